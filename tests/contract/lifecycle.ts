import { expect, it } from 'vitest';
import { collect, makeDocument, toQuery, type MakeEngine } from './test-index.js';

/** Opening and closing. */
export function lifecycleContract(makeEngine: MakeEngine): void {
  it('is empty when it is new', async () => {
    const { engine, dispose } = await makeEngine();
    try {
      const stats = await engine.stats();
      expect(stats.documents).toBe(0);
      expect(stats.updatedAt).toBeUndefined();
    } finally {
      await dispose();
    }
  });

  it('keeps two engines apart', async () => {
    const [one, other] = [await makeEngine(), await makeEngine()];
    try {
      await one.engine.upsert([makeDocument({ id: 'a' })]);
      expect(await other.engine.get('a')).toBeUndefined();
    } finally {
      await one.dispose();
      await other.dispose();
    }
  });

  it('has another revision after every change, and the same until then', async () => {
    const { engine, dispose } = await makeEngine();
    const seen = new Set<string>();
    const isNew = async () => {
      const { revision } = await engine.stats();
      const before = seen.size;
      return seen.add(revision).size > before;
    };
    try {
      const changes: (() => Promise<unknown>)[] = [
        () => Promise.resolve(),
        () => engine.upsert([makeDocument({ id: 'a' }), makeDocument({ id: 'b' })]),
        () => engine.upsert([makeDocument({ id: 'a', body: 'alma' })]),
        () => engine.remove(['b']),
        () => engine.upsert([makeDocument({ id: 'b' })]),
        () => engine.rebuild(),
        ...(engine.rollback ? [() => engine.remove(['b']), engine.rollback] : []),
      ];
      for (const [at, change] of changes.entries()) {
        await change();
        expect([at, await isNew()]).toEqual([at, true]);
        await engine.search(toQuery('alma', { facets: ['topic'] }));
        await engine.get('a');
        expect([at, await isNew()]).toEqual([at, false]);
      }
    } finally {
      await dispose();
    }
  });

  it('refuses every call once it is closed, and closes twice', async () => {
    const { engine, dispose } = await makeEngine();
    try {
      await engine.close();
      await engine.close();
      const calls = [
        engine.search(toQuery('alma')),
        engine.get('a'),
        engine.stats(),
        engine.upsert([makeDocument({ id: 'a' })]),
        engine.remove(['a']),
        collect(engine.articles()),
        engine.rebuild(),
      ];
      for (const outcome of await Promise.allSettled(calls)) {
        expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'unavailable' } });
      }
    } finally {
      await dispose();
    }
  });
}
