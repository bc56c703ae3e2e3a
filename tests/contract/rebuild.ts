import { expect, it } from 'vitest';
import { EngineError, type EngineQuery, type RebuildProgress } from '../../indexer/engine.js';
import { collect, day, idsOf, makeArticle, makeDocument, useEngine, watch } from './test-index.js';
import type { Draft, MakeEngine } from './test-index.js';

const COUNT = 1200;
const drafts: readonly Draft[] = Array.from({ length: COUNT }, (_, at) => ({
  id: `${at}`,
  body: `Gəncədə qeyd${at}`,
  source: `S${at % 3}`,
  date: day(at % 50),
}));

/** A new analysis of everything, beside the live index. */
export function rebuildContract(makeEngine: MakeEngine): void {
  const { engine, fill, find, search } = useEngine(makeEngine);

  it('keeps every article, its place and all answers', async () => {
    await fill(drafts);
    await engine().remove(['3', '700']);
    const kept = drafts.filter(({ id }) => id !== '3' && id !== '700');
    const ask = () => search('gence qeyd5 ', { facets: ['source', 'month'], limit: 100 });
    const before = await ask();
    await engine().rebuild();
    expect(await ask()).toEqual(before);
    expect(await collect(engine().articles())).toEqual(kept.map(makeArticle));
    expect(await engine().stats()).toMatchObject({ documents: kept.length });
  });

  it('tells how far it is, up to the end', async () => {
    await fill(drafts);
    const told: RebuildProgress[] = [];
    await engine().rebuild((progress) => told.push(progress));
    const done = told.map((progress) => progress.done);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(told.at(-1)).toEqual({ done: COUNT, total: COUNT });
  });

  it('works on an empty index', async () => {
    await fill([]);
    await engine().rebuild();
    expect(await engine().stats()).toMatchObject({ documents: 0 });
    await engine().upsert([makeDocument({ id: 'a', body: 'alma' })]);
    expect(await find('alma')).toEqual(['a']);
  });

  it('has what was written, replaced and removed meanwhile', async () => {
    await fill(drafts);
    const rebuilt = engine().rebuild();
    const { isBusy } = watch(rebuilt);
    let round = 0;
    for (; isBusy() || round < 3; round++) {
      await engine().upsert([
        makeDocument({ id: `new-${round}`, body: 'sonradan' }),
        makeDocument({ id: '1', body: `sonradan düzəliş${round}` }),
      ]);
      await engine().remove([`${10 + round}`]);
      expect((await search('sonradan ', { limit: 0 })).total).toBe(round + 2);
    }
    await rebuilt;
    expect((await search('sonradan ')).total).toBe(round + 1);
    expect(await find(`düzəliş${round - 1} `, { typos: false })).toEqual(['1']);
    expect(await find('qeyd1 ', { typos: false })).toEqual([]);
    expect(await find(`qeyd${9 + round} `, { typos: false })).toEqual([]);
    const removed = Math.min(round, COUNT - 10);
    expect(await engine().stats()).toMatchObject({ documents: COUNT + round - removed });
  });

  it('lists every article once, though a rebuild ends meanwhile', async () => {
    await fill(drafts);
    await engine().remove(drafts.slice(0, 400).map(({ id }) => id));
    const listed: string[] = [];
    for await (const { id } of engine().articles()) {
      if (listed.length === 0) await engine().rebuild();
      listed.push(id);
    }
    expect(listed).toEqual(drafts.slice(400).map(({ id }) => id));
  });

  it('goes on behind a document that is gone, and through a rebuild', async () => {
    await fill(drafts.slice(0, 90));
    await engine().remove(['3', '89']);
    const ask = (options: Partial<EngineQuery>) =>
      search('', { matching: 'all', sort: 'date:desc', ...options });
    const whole = await ask({ limit: 100 });
    const place = whole.hits[50]?.place;
    await engine().rebuild();
    await engine().remove([whole.hits[50]?.article.id ?? '']);
    const rest = await ask({ limit: 100, ...(place ? { after: place } : {}) });
    expect(idsOf(rest)).toEqual(idsOf(whole).slice(51));
    expect(idsOf(rest).length).toBeGreaterThan(0);
  });

  it('numbers later documents higher, though the last was removed and all were rebuilt', async () => {
    await fill([{ id: 'a' }, { id: 'b' }]);
    const numbers = async () =>
      (await search('', { sort: 'date:asc' })).hits.map(({ place }) => place?.n ?? 0);
    const before = await numbers();
    await engine().remove(['b']);
    await engine().rebuild();
    await engine().upsert([makeDocument({ id: 'c' })]);
    const [kept, later = 0] = await numbers();
    expect(kept).toBe(before[0]);
    expect(later).toBeGreaterThan(Math.max(...before));
  });

  it('refuses to run twice at once', async () => {
    await fill(drafts);
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => engine().rebuild()));
    const refusals = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refusals.length).toBeGreaterThan(0);
    expect(refusals.length).toBeLessThan(outcomes.length);
    for (const { reason } of refusals) {
      expect(reason).toBeInstanceOf(EngineError);
      expect(reason).toMatchObject({ code: 'rebuild_running' });
    }
  });

  it('can be stopped, which changes nothing, and begun again', async () => {
    await fill(drafts);
    const stopping = new AbortController();
    const stopped = engine().rebuild(undefined, stopping.signal);
    stopping.abort();
    await expect(stopped).rejects.toThrow();
    const later = new AbortController();
    // It may be done before it hears of it.
    await engine()
      .rebuild(() => later.abort(), later.signal)
      .catch(() => undefined);
    expect((await search('gəncə ')).total).toBe(COUNT);
    await engine().rebuild();
    expect((await search('gəncə ')).total).toBe(COUNT);
  });

  it('does not begin when it is stopped before', async () => {
    await fill([{ id: 'a' }]);
    await expect(engine().rebuild(undefined, AbortSignal.abort())).rejects.toThrow();
  });
}
