import { expect, it } from 'vitest';
import type { Filter } from '../../indexer/filter.js';
import { useEngine, type MakeEngine } from './test-index.js';
import { DOCUMENTS, HOSTILE, LANGS, matching, nested, passes, TREES } from './where-trees.js';

/** A tree of filters finds what it says, whatever its values are. */
export function whereContract(makeEngine: MakeEngine): void {
  const { engine, fill, find, search } = useEngine(makeEngine);
  const fillAll = async () => {
    await fill([]);
    await engine().upsert(DOCUMENTS);
  };
  const sorted = (ids: readonly string[]) => [...ids].sort();

  it('finds by any tree what the tree means', async () => {
    await fillAll();
    for (const where of TREES) {
      const found = await find('', { filters: { where }, limit: 100 });
      expect([where, sorted(found)]).toEqual([where, sorted(matching(where))]);
    }
  });

  it('counts by any tree what it finds, and nothing else', async () => {
    await fillAll();
    for (const where of TREES.slice(0, 30)) {
      const { total, facets } = await search('', {
        filters: { where },
        facets: ['lang'],
        limit: 1,
      });
      const counted = facets.lang?.reduce((sum, { count }) => sum + count, 0);
      expect([where, total, counted]).toEqual([where, matching(where).length, total]);
    }
  });

  it.each(['not', 'all', 'any', 'mixed'] as const)('takes twenty levels of %s', async (kind) => {
    await fillAll();
    const kinds = ['not', 'all', 'any'] as const;
    const where = nested(20, (level) => (kind === 'mixed' ? (kinds[level % 3] ?? 'not') : kind));
    const filters = { where, topic: HOSTILE, lang: LANGS, from: 0 };
    const expected = DOCUMENTS.filter(
      (document) => passes(where, document) && document.topics.length > 0 && document.article.date,
    );
    const found = await find('', { filters, limit: 100 });
    expect(sorted(found)).toEqual(sorted(expected.map(({ article }) => article.id)));
    expect(found.length).toBeGreaterThan(0);
  });

  it('narrows what a query has found, beside the other filters', async () => {
    await fillAll();
    const where: Filter = { not: { from: 0 } };
    const undated = DOCUMENTS.filter(({ article }) => article.date === undefined);
    const expected = undated.filter(({ article }) => article.lang === 'az');
    expect(sorted(await find('alma ', { filters: { where, lang: ['az'] } }))).toEqual(
      sorted(
        expected.filter(({ article }) => article.body === 'alma').map((one) => one.article.id),
      ),
    );
  });

  it('holds for every facet, its own too', async () => {
    await fillAll();
    const where: Filter = { attribute: 'lang', in: ['az', 'ru'] };
    const filters = { where, lang: ['az', 'AZ'] };
    const { total, facets } = await search('', { filters, facets: ['lang', 'year'] });
    const count = (lang: string) => DOCUMENTS.filter(({ article }) => article.lang === lang).length;
    expect(total).toBe(count('az'));
    expect(facets.lang).toEqual([
      { value: 'az', count: count('az') },
      { value: 'ru', count: count('ru') },
    ]);
  });
}
