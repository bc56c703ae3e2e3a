import { setTimeout } from 'node:timers';
import { setTimeout as pass } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SearchEngine } from '../../../indexer/engine.js';
import { collect, idsOf, makeDocument, toQuery } from '../../contract/test-index.js';
import { drain } from '../embedded/child.js';
import { startMeiliChild } from './children.js';
import { makePlace, type Place } from './place.js';
import { startProxy } from './proxy.js';
import { hasServer, useServer, type TestServer } from './server.js';

const LONGEST_WAIT_MS = 100;

/** What a write of the writer does: the id, and the body that it gets, if any. */
function effectOf(number: number): readonly [string, string | undefined] {
  const at = number % 5;
  if (at === 0) return [`stays${number}`, `daimi söz${number}`];
  return [`changes${at}`, number % 3 === 0 ? undefined : `dəyişən söz${number}`];
}

/** The bodies that a document may have: more than one after a write that was never answered. */
type Expected = Map<string, ReadonlySet<string | undefined>>;

const acknowledge = (expected: Expected, number: number): void => {
  const [id, body] = effectOf(number);
  expected.set(id, new Set([body]));
};

function allow(expected: Expected, number: number): void {
  const [id, body] = effectOf(number);
  expected.set(id, new Set([...(expected.get(id) ?? [undefined]), body]));
}

describe.skipIf(!hasServer())('after kill -9', () => {
  let server: TestServer;
  let place: Place;
  beforeAll(async () => {
    server = await useServer();
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    place = makePlace(server);
  });
  afterEach(() => place.dispose());

  const startWriter = (url: string, first: number, ...more: string[]) =>
    startMeiliChild(
      'writer.mjs',
      url,
      server.apiKey ?? '',
      place.index,
      place.folder,
      String(first),
      ...more,
    );

  /** Runs a writer and kills it at a random moment after so many writes; returns the last number. */
  async function runAndKill(first: number, writes: number, ...more: string[]): Promise<number> {
    const child = startWriter(server.url, first, ...more);
    const acknowledged: string[] = [];
    while (acknowledged.length < writes) {
      const { value, done } = await child.lines.next();
      if (done) throw new Error('The writer has ended by itself.');
      acknowledged.push(value);
    }
    await pass(Math.random() * LONGEST_WAIT_MS);
    await child.kill();
    return Number([...acknowledged, ...(await drain(child))].at(-1));
  }

  /** Every document as it was last acknowledged: in the list of all, and by a word of its own. */
  async function expectAll(engine: SearchEngine, expected: Expected): Promise<void> {
    const found = new Map((await collect(engine.articles())).map(({ id, body }) => [id, body]));
    expect([...expected.keys()]).toEqual(expect.arrayContaining([...found.keys()]));
    for (const [id, bodies] of expected) {
      const body = found.get(id);
      expect([...bodies], id).toContain(body);
      if (body === undefined) continue;
      const word = body.split(' ')[1] ?? '';
      expect(idsOf(await engine.search(toQuery(`${word} `, { typos: false })))).toEqual([id]);
    }
  }

  it.each(['writes', 'rebuilds'])(
    'of a process that %s nothing acknowledged is lost, time after time',
    async (work) => {
      const expected: Expected = new Map();
      let next = 0;
      for (const writes of [1, 6, 20]) {
        const last = await runAndKill(next, writes, work);
        for (; next <= last; next++) acknowledge(expected, next);
        allow(expected, next++);
        const engine = place.open();
        // What waits goes before what is written now.
        acknowledge(expected, next);
        await write(engine, next++);
        await expectAll(engine, expected);
        await engine.rebuild();
        await expectAll(engine, expected);
        expect((await place.others()).size).toBe(1);
        expect([...(await place.others()).values()]).not.toContain(undefined);
        await engine.close();
      }
    },
  );

  async function write(engine: SearchEngine, number: number): Promise<void> {
    const [id, body] = effectOf(number);
    if (body === undefined) await engine.remove([id]);
    else await engine.upsert([makeDocument({ id, body })]);
  }

  it('what a process has asked for does not come after what others write then', async () => {
    const arrived = createGate();
    const goesOn = createGate();
    const proxy = await startProxy(server.url, async (request) => {
      if (request === `POST /indexes/${place.index}/documents`) {
        arrived.open();
        await goesOn.opened;
      }
      return undefined;
    });
    const engine = place.open();
    await engine.upsert([makeDocument({ id: 'other' })]);
    const child = startWriter(proxy.url, 0);
    await arrived.opened;
    await child.kill();
    setTimeout(goesOn.open, 300);
    await engine.remove(['stays0']);
    await proxy.close();
    // Of two writes the server does the one first that it was asked for first.
    await engine.upsert([makeDocument({ id: 'other' })]);
    expect(await engine.get('stays0')).toBeUndefined();
    expect(idsOf(await engine.search(toQuery('')))).toEqual(['other']);
  });
});

/** A step that others wait at until it is opened. */
function createGate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}
