import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SearchEngine } from '../../../indexer/engine.js';
import { collect, idsOf, makeDocument, toQuery } from '../../contract/test-index.js';
import { killAtStep, listSteps, THE_END, type Killed } from './children.js';
import { makePlace, type Place } from './place.js';
import { hasServer, useServer, type TestServer } from './server.js';

/** In how many tests the steps are taken, so that none is long. */
const WORKS = [
  ['rebuild', 6],
  ['rollback', 2],
] as const;

const TESTS = WORKS.flatMap(([work, stride]) =>
  Array.from({ length: stride }, (_, first) => [work, first, stride] as const),
);

const IDS = Array.from({ length: 12 }, (_, at) => `stays${at}`);

describe.skipIf(!hasServer())('killed at every step', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await useServer();
    // Time has passed: a request of a killed process, which has none under way, is not waited for.
    const now = Date.now;
    vi.spyOn(Date, 'now').mockImplementation(() => now() + 5000);
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await server.stop();
  });

  it.each(TESTS)(
    'a %s leaves a whole index, and the next process no leftovers (from step %i)',
    async (work, first, stride) => {
      const { place, expectSound } = await fill(server);
      let kills = 0;
      for (let step = first; ; step += stride) {
        const killed = await killAtStep(server, place, work, step);
        await expectSound(step, killed);
        if (killed.label === THE_END) break;
        kills += 1;
      }
      expect(kills).toBeGreaterThan(4);
      await place.dispose();
    },
  );

  it('which are steps before, in and after the swap', async () => {
    const { place } = await fill(server);
    const labels = await listSteps(server, place, 'rebuild');
    expect(labels).toEqual(
      expect.arrayContaining([
        'after POST /indexes',
        'after POST /indexes/…_run/documents',
        'before POST /multi-search',
        'before POST /swap-indexes',
        'after POST /swap-indexes',
        'after DELETE /indexes/…_run',
      ]),
    );
    await place.dispose();
  });
});

interface Filled {
  readonly place: Place;
  /** What the next process finds, writes, and leaves behind. */
  expectSound(step: number, killed: Killed): Promise<void>;
}

/** Makes an index that was rebuilt once: there is a former one to go back to, or to be deleted. */
async function fill(server: TestServer): Promise<Filled> {
  const place = makePlace(server);
  const expected = new Map<string, string>();

  async function write(engine: SearchEngine, bodies: Readonly<Record<string, string>>) {
    await engine.upsert(Object.entries(bodies).map(([id, body]) => makeDocument({ id, body })));
    for (const [id, body] of Object.entries(bodies)) expected.set(id, body);
  }

  async function expectWhole(engine: SearchEngine): Promise<void> {
    const articles = await collect(engine.articles());
    const held = articles.map(({ id, body }): [string, string] => [id, body]);
    expect(new Map(held.sort())).toEqual(new Map([...expected].sort()));
    expect(held).toHaveLength(expected.size);
    const query = toQuery('daimi ', { limit: 100 });
    expect(idsOf(await engine.search(query)).sort()).toEqual([...IDS].sort());
  }

  /** Beside the live index there is the former one, whole. */
  async function expectNoLeftovers(): Promise<void> {
    const others = [...(await place.others()).values()];
    expect(others).toHaveLength(1);
    expect(others).not.toContain(undefined);
  }

  async function expectSound(step: number, { wrote }: Killed): Promise<void> {
    if (wrote) {
      expected.set('meanwhile', `ərzində${step}`);
      expected.delete('leaves');
    }
    const engine = place.open();
    await expectWhole(engine);
    await write(engine, { leaves: 'gedən', [`new${step}`]: `yeni${step}`, old: `köhnə${step}` });
    const [oldest = ''] = [...expected.keys()].filter((id) => id.startsWith('new'));
    await engine.remove([oldest]);
    expected.delete(oldest);
    await expectWhole(engine);
    await expectNoLeftovers();
    if (step % 3 === 0) {
      await engine.rebuild();
      await expectWhole(engine);
      await expectNoLeftovers();
    }
    await engine.close();
  }

  const engine = place.open();
  await write(engine, Object.fromEntries(IDS.map((id) => [id, `daimi ${id}söz`])));
  await write(engine, { meanwhile: 'əvvəl', leaves: 'gedən' });
  await engine.rebuild();
  await engine.close();
  return { place, expectSound };
}
