import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { createAnalyzer } from '../../indexer/language/analyzer.js';
import { loadLexicon } from '../../indexer/lexicon/lexicon.js';
import { foldStories, pageOfStories } from '../../src/search/distinct.js';
import { makeArticle } from '../contract/test-index.js';

const tools = { analyzer: createAnalyzer(), lexicon: loadLexicon() };
const DATE = '2025-05-01T12:00:00+04:00';

const hit = (id: string, title: string) => ({
  article: makeArticle({ id, title, date: DATE }),
});
type Hit = ReturnType<typeof hit>;
const idOf = ({ article }: Hit) => article.id;

/** Words that share no stem and no sound. */
const TITLES = ['körpü', 'sərgi', 'taxıl', 'futbol', 'dəniz', 'musiqi', 'məktəb', 'bazar'];

/** Hits of which every `each`-th tells the story of the one before it. */
const hitsOf = (count: number, each: number): Hit[] =>
  Array.from({ length: count }, (_, at) => {
    const story = at % each === each - 1 ? at - 1 : at;
    const name = `${TITLES[story % TITLES.length] ?? ''}${story}`;
    return hit(String(at), `${name} z${story}a${story}b`);
  });

const fetchFrom = (all: readonly Hit[]) => (offset: number, limit: number) =>
  Promise.resolve({ hits: all.slice(offset, offset + limit), total: all.length });

describe('foldStories', () => {
  it('gives the best of a story, the others with it, in order', () => {
    const entries = foldStories(
      [
        hit('1', 'Şəkidə ipək sərgisi açılıb'),
        hit('2', 'Tovuzda körpü təmir olunur'),
        hit('3', 'Şəkidə ipək sərgisinin açılışı olub'),
        hit('4', 'Tovuzda körpü təmir olunur - VİDEO'),
        hit('5', 'Şəkidə ipək sərgisi açılıb (FOTO)'),
      ],
      tools,
    );
    const ids = entries.map((entry) => [idOf(entry.hit), entry.duplicates.map(idOf)]);
    expect(ids).toEqual([
      ['1', ['3', '5']],
      ['2', ['4']],
    ]);
  });

  it('does not fold what has only the searched words in common', () => {
    const hits = Array.from({ length: 40 }, (_, at) =>
      hit(String(at), `Prezident Kamal Nəsirov ${TITLES[at % 8] ?? ''}${at} q${at}w`),
    );
    expect(foldStories(hits, tools)).toHaveLength(40);
  });
});

describe('pageOfStories', () => {
  it('never loses or repeats an article', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 260 }),
        fc.integer({ min: 2, max: 9 }),
        fc.integer({ min: 7, max: 100 }),
        async (count, each, hitsPerPage) => {
          const all = hitsOf(count, each);
          const seen: string[] = [];
          let total = 0;
          let entries = 0;
          for (let page = 1; (page - 1) * hitsPerPage <= count; page++) {
            const found = await pageOfStories(fetchFrom(all), page, hitsPerPage, tools);
            total = found.total;
            entries += found.entries.length;
            for (const entry of found.entries) {
              seen.push(idOf(entry.hit), ...entry.duplicates.map(idOf));
            }
          }
          expect(entries).toBe(total);
          expect(seen.map(Number).sort((a, b) => a - b)).toEqual(all.map(idOf).map(Number));
        },
      ),
      { numRuns: 15 },
    );
  });

  it('folds the best 100 and no more', async () => {
    const all = hitsOf(220, 2);
    const { total } = await pageOfStories(fetchFrom(all), 1, 10, tools);
    expect(total).toBe(50 + 120);
  });

  it('fills a page with what follows the folded ones', async () => {
    const all = hitsOf(220, 2);
    const { entries } = await pageOfStories(fetchFrom(all), 3, 24, tools);
    expect(entries.map((entry) => idOf(entry.hit)).slice(1, 4)).toEqual(['98', '100', '101']);
  });

  it('asks for no hit beyond those that can be paged to', async () => {
    const all = hitsOf(260, 2);
    const asked: number[] = [];
    const fetch = (offset: number, limit: number) => {
      asked.push(offset + limit);
      return fetchFrom(all)(offset, limit);
    };
    await pageOfStories(fetch, 3, 50, tools, 210);
    expect(Math.max(...asked)).toBeLessThanOrEqual(210);
  });
});
