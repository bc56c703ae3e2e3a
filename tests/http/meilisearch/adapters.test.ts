import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../../indexer/language/analyzer.js';
import { createTopicCatalogue, loadTopics } from '../../../indexer/extraction/topics.js';
import { chooseAttributes } from '../../../src/http/meilisearch/attributes.js';
import { cropText } from '../../../src/http/meilisearch/crop.js';
import { ERRORS } from '../../../src/http/meilisearch/errors.data.js';
import { facetCounts, facetsOf } from '../../../src/http/meilisearch/facets.js';
import { whereOf } from '../../../src/http/meilisearch/filter.js';
import { cropsOf, formatOf } from '../../../src/http/meilisearch/format.js';
import { formatDocument } from '../../../src/http/meilisearch/formatted.js';
import { totalsOf, windowOf } from '../../../src/http/meilisearch/pagination.js';
import { falling, rankingScore } from '../../../src/http/meilisearch/ranking-score.js';
import { filterNames } from '../../../src/http/meilisearch/search.js';
import { synonymsOf } from '../../../src/http/meilisearch/settings.js';
import { sortOf } from '../../../src/http/meilisearch/sort.js';
import { PROBLEMS } from '../../../src/http/problem.js';
import type { Mark } from '../../../src/search/highlight.js';

/** Marks where these words stand in a text, the first of which is the first word of the query. */
const marksOf = (text: string, ...words: string[]): Mark[] =>
  words
    .flatMap((word, at) =>
      [...text.matchAll(new RegExp(word, 'gu'))].map(({ index }) => ({
        start: index,
        end: index + word.length,
        token: 0,
        words: [at],
        layer: 'exact' as const,
      })),
    )
    .sort((a, b) => a.start - b.start);

describe('cropText', () => {
  const text = 'bir iki üç dörd beş altı yeddi səkkiz doqquz on';
  it.each([
    [[], 3, 'bir iki üç'],
    [['beş'], 3, 'dörd beş altı'],
    [['bir'], 3, 'bir iki üç'],
    [['on'], 3, 'səkkiz doqquz on'],
    [['bir', 'beş', 'yeddi'], 4, 'beş altı yeddi səkkiz'],
    [['yeddi'], 0, text],
    [['yeddi'], 10, text],
    [['yeddi'], 1, 'yeddi'],
  ])('%j in %i words', (words, length, expected) => {
    const { start, end } = cropText(text, marksOf(text, ...words), length);
    expect(text.slice(start, end)).toBe(expected);
  });

  it('keeps so many words of any text, and a mark when there is one', () => {
    const word = fc.constantFrom('alma', 'armud', 'neft', 'qaz');
    const texts = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(', '));
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 12 }), (any, length) => {
        const { start, end } = cropText(any, marksOf(any, 'neft'), length);
        const kept = any.slice(start, end);
        expect(kept.split(', ')).toHaveLength(Math.min(length, any.split(', ').length));
        expect(kept.includes('neft')).toBe(any.includes('neft'));
      }),
    );
  });
});

describe('formatDocument', () => {
  const document = {
    id: '1',
    title: 'neft <b>',
    topics: ['neft', 'qaz'],
    timestamp: 5,
    body: 'a b c',
  };
  const find = (_: string, text: string) => marksOf(text, 'neft');
  it.each([
    [{}, undefined],
    [{ attributesToHighlight: ['price'] }, undefined],
    [
      { attributesToHighlight: ['*'] },
      { ...document, title: '<em>neft</em> <b>', topics: ['<em>neft</em>', 'qaz'], timestamp: '5' },
    ],
    [
      {
        attributesToHighlight: ['title'],
        attributesToRetrieve: ['id'],
        highlightPreTag: '[',
        highlightPostTag: ']',
      },
      { id: '1', title: '[neft] <b>' },
    ],
    [
      { attributesToCrop: ['body:2'], attributesToRetrieve: [], cropMarker: '***' },
      { body: 'a b***' },
    ],
    [{ attributesToCrop: ['body'], cropLength: 1, attributesToRetrieve: [] }, { body: 'a…' }],
  ])('%j', (asked, expected) => {
    expect(formatDocument(document, formatOf(asked), find)).toEqual(expected);
  });

  it('crops what is named, by its own length or the usual one', () => {
    expect([...cropsOf(['body:20', 'title', 'price:3'], 10)]).toEqual([
      ['body', 20],
      ['title', 10],
    ]);
    expect(cropsOf(['*:3'], 10).size).toBe(chooseAttributes(['*']).length);
  });
});

describe('paging', () => {
  it.each([
    [{}, { offset: 0, limit: 20 }, { offset: 0, limit: 20, estimatedTotalHits: 35 }],
    [
      { offset: 30, limit: 0 },
      { offset: 30, limit: 0 },
      { offset: 30, limit: 0, estimatedTotalHits: 35 },
    ],
    [
      { offset: 95, limit: 20 },
      { offset: 95, limit: 5 },
      { offset: 95, limit: 20, estimatedTotalHits: 35 },
    ],
    [
      { offset: 500 },
      { offset: 100, limit: 0 },
      { offset: 500, limit: 20, estimatedTotalHits: 35 },
    ],
    [
      { page: 2 },
      { offset: 20, limit: 20 },
      { page: 2, hitsPerPage: 20, totalPages: 2, totalHits: 35 },
    ],
    [
      { hitsPerPage: 10, limit: 3 },
      { offset: 0, limit: 10 },
      { page: 1, hitsPerPage: 10, totalPages: 4, totalHits: 35 },
    ],
    [
      { page: 0 },
      { offset: 0, limit: 0 },
      { page: 0, hitsPerPage: 20, totalPages: 2, totalHits: 35 },
    ],
    [
      { hitsPerPage: 0 },
      { offset: 0, limit: 0 },
      { page: 1, hitsPerPage: 0, totalPages: 0, totalHits: 35 },
    ],
    [
      { page: null, limit: 5 },
      { offset: 0, limit: 5 },
      { offset: 0, limit: 5, estimatedTotalHits: 35 },
    ],
  ])('%j', (asked, window, totals) => {
    expect(windowOf(asked, 100)).toEqual(window);
    expect(totalsOf(asked, 35, 100)).toEqual(totals);
  });

  it('counts no page that cannot be paged to', () => {
    expect(totalsOf({ page: 1 }, 1000, 100)).toMatchObject({ totalPages: 5, totalHits: 1000 });
  });
});

describe('whereOf', () => {
  const names = filterNames({
    topics: createTopicCatalogue(loadTopics()),
    analyzer: createAnalyzer(),
  });
  const forced = { attribute: 'lang', in: ['az'] } as const;
  it.each([
    [undefined, undefined, undefined],
    [null, forced, forced],
    ['timestamp = 5', undefined, { from: 5, to: 5 }],
    ['"timestamp" 1 TO 5', undefined, { from: 1, to: 5 }],
    [['"topics"="İdman"'], undefined, { attribute: 'topic', in: ['idman'] }],
    [
      'lang = ru OR id EXISTS',
      forced,
      { all: [{ any: [{ attribute: 'lang', in: ['ru'] }, { exists: 'id' }] }, forced] },
    ],
  ])('%j and %j', (given, only, expected) => {
    expect(whereOf(given, only, names)).toEqual(expected);
  });

  it.each(['lang = az) OR (lang = ru', '_geoRadius(1, 2, 3)', 'topic CONTAINS a', '__proto__ = 1'])(
    'refuses %s',
    (given) => {
      expect(() => whereOf(given, undefined, names)).toThrow(/^Invalid filter: position \d+/);
    },
  );
});

it.each([
  [[], 'relevance'],
  [['date:asc'], 'date:asc'],
  [['timestamp:desc', 'date:asc'], 'date:desc'],
])('sorts by %j', (rules, sort) => {
  expect(sortOf(rules)).toBe(sort);
});

it('counts facets by the names that were asked for, and values by those that are shown', () => {
  const facets = {
    topic: [{ value: 'idman', name: 'İdman', count: 3 }],
    year: ['2024', '2022'].map((value) => ({ value, count: 1 })),
  };
  const asked = facetsOf(['topics', 'year', 'timestamp']);
  expect(facetCounts(asked, { facets, dates: { first: 5, last: 9 } })).toEqual({
    facetDistribution: { topics: { İdman: 3 }, year: { 2022: 1, 2024: 1 }, timestamp: {} },
    facetStats: { year: { min: 2022, max: 2024 }, timestamp: { min: 5, max: 9 } },
  });
  expect(facetCounts(facetsOf([]), { facets })).toBeUndefined();
  expect(facetCounts(asked, { facets: {} })?.facetStats).toEqual({});
});

describe('rankingScore', () => {
  const word = (weight: number) => ({ weight, inTitle: weight > 0, information: 2 });
  const score = (weights: number[], more: object = {}) => ({
    score: {
      by: 'parts' as const,
      words: weights.map(word),
      spread: 2,
      layers: weights.reduce((sum, weight) => sum + weight, 0),
      adjacent: 0,
      inTitle: 0,
      relevance: 1,
      step: 1,
      worth: 0,
      ...more,
    },
  });

  it('falls as ranks do', () => {
    const ranked = [
      score([14, 14], { adjacent: 14, inTitle: 2, step: 3 }),
      score([14, 14], { adjacent: 14, inTitle: 2 }),
      score([14, 14], { adjacent: 14, inTitle: 1, step: 9 }),
      score([14, 14], { inTitle: 2, step: 9 }),
      score([14, 12], { adjacent: 12, inTitle: 2, step: 9 }),
      score([1, 1]),
      score([14, 0], { by: 'worth' }),
      score([1, 0], { by: 'worth' }),
      { score: { ...score([]).score, by: 'date' as const } },
    ].map((hit) => rankingScore(hit, 2));
    expect(ranked).toEqual([...ranked].sort((a, b) => b - a));
    expect(new Set(ranked).size).toBe(ranked.length);
    expect(Math.max(...ranked)).toBeLessThanOrEqual(1);
    expect(ranked.at(-1)).toBe(0);
  });

  it('is 1 where nothing was asked, and never rises', () => {
    expect(rankingScore(score([]), 0)).toBe(1);
    expect(falling([0.9, 0.4, 0.45])).toEqual([0.9, 0.4, 0.4]);
  });
});

it('writes synonyms as Meilisearch does', () => {
  const group = (mode: 'mutual' | 'oneway' | 'off', head: string, members: string[]) => ({
    id: head,
    mode,
    head,
    members,
  });
  const groups = [
    group('mutual', 'a', ['b', 'c']),
    group('oneway', 'a', ['d']),
    group('off', 'e', ['f']),
  ];
  expect(synonymsOf(groups)).toEqual({ a: ['b', 'c', 'd'], b: ['a', 'c'], c: ['a', 'b'] });
});

it('has a word of Meilisearch for each of our problems', () => {
  expect(Object.keys(ERRORS).sort()).toEqual(Object.keys(PROBLEMS).sort());
});
