import fc from 'fast-check';
import type { Asked } from './ask.js';
import { SCOPED_ARTICLES } from './scope.js';

const ids = SCOPED_ARTICLES.map(({ id }) => id);
const id = fc.constantFrom(...ids);
const words = SCOPED_ARTICLES.flatMap(({ title }) => title.split(' '));
const word = fc.constantFrom(
  ...words,
  'enerji',
  'Aysel',
  'Ayssel',
  'Токаев',
  'xeber',
  'kod',
  'e',
  '',
);
const q = fc.oneof(
  fc.array(word, { maxLength: 4 }).map((parts) => parts.join(' ')),
  word.map((text) => `"${text}" -neft`),
  word.map((text) => text.slice(0, 4)),
);

/** Beginnings of values, and none, which asks for all of them. */
const value = fc.constantFrom('', '', '', 'a', 'x', 'o', 'k', 'e', '20');

const CONDITIONS = [
  ...['lang = az', 'lang != az', 'lang IN [az, ru, en]', 'NOT lang = az', 'lang EXISTS'],
  ...['topic = enerji', 'topic = "Kosmik turizm"', 'NOT topic EXISTS', 'author = "Aysel Rəhimli"'],
  ...['source EXISTS', 'NOT source EXISTS', 'source = "Odlar Yurdu"', 'date EXISTS', 'year = 2025'],
  ...['date < 2022-01-01', 'date 2020-01-01 TO 2030-01-01', 'NOT date EXISTS', 'month = 2025-10'],
];
const condition = fc.oneof(
  fc.constantFrom(...CONDITIONS),
  id.map((one) => `id = ${one}`),
  fc.subarray(ids, { minLength: 1, maxLength: 9 }).map((some) => `id IN [${some.join(', ')}]`),
);
const { filter } = fc.letrec<{ filter: string }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3 },
    { weight: 8, arbitrary: condition },
    fc
      .tuple(tie('filter'), fc.constantFrom('AND', 'OR'), tie('filter'))
      .map((parts) => parts.join(' ')),
    tie('filter').map((inner) => `NOT (${inner})`),
    tie('filter').map((inner) => `(${inner}) OR id EXISTS`),
    // What would break out of a filter that were put together as text.
    tie('filter').map((inner) => `${inner}) OR (id EXISTS`),
    tie('filter').map((inner) => `"" = "" OR ${inner}`),
  ),
}));
const filters = fc.oneof(
  filter,
  fc.array(fc.oneof(filter, fc.array(filter, { maxLength: 2 })), { maxLength: 3 }),
);

const FACETS = 'topic,author,source,lang,year,month';
/** One filter at most: several find nothing, and nothing shows nothing. */
const narrowing = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  fc.record({ topic: fc.constantFrom('enerji', 'İdman', 'Kosmik turizm') }),
  fc.record({ author: fc.constantFrom('Aysel Rehimli', 'musfik-safarov', '*') }),
  fc.record({ source: fc.constantFrom('Xəzər Xəbər', 'Odlar Yurdu', '') }),
  fc.record({ lang: fc.constantFrom('az', 'ru', 'tr') }),
  fc.record({ from: fc.constantFrom('2021-01-01', '1900-01-01') }),
  fc.record({ to: fc.constantFrom('2030-01-01', '2022-01-01') }),
);
const searching = {
  sort: fc.constantFrom('relevance', 'date:desc', 'date:asc'),
  page: fc.constantFrom('1', '2', '3'),
  hitsPerPage: fc.constantFrom('3', '100'),
  facets: fc.constantFrom(FACETS, `${FACETS},date:day,date:month,date:year`),
  fields: fc.constantFrom('id,title,body,snippet,tags', 'id', 'title,_formatted,match'),
  matchingStrategy: fc.constantFrom('frequency', 'last', 'all'),
  distinct: fc.constant('story'),
};
/** What is never said from outside. */
const inside = fc.oneof(
  { weight: 20, arbitrary: fc.constant({}) },
  fc.constantFrom({ only: 'id EXISTS' }, { window: '0' }),
);
const some = (parameters: Record<string, fc.Arbitrary<unknown>>) =>
  fc
    .tuple(fc.record(parameters, { requiredKeys: [] }), narrowing, inside)
    .map((parts): Record<string, unknown> => Object.assign({}, ...parts));

const get = (path: string, fields: Record<string, unknown>): Asked => {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) parameters.set(name, String(value));
  return { method: 'GET', path: `${path}?${parameters.toString()}` };
};
const post = (path: string, fields: Record<string, unknown>): Asked => ({
  method: 'POST',
  path,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(fields),
});

const theirs = fc.record(
  {
    q,
    filter: filters,
    facets: fc.constant(['*']),
    limit: fc.constantFrom(3, 100),
    sort: fc.constantFrom([], ['date:desc']),
  },
  { requiredKeys: ['facets'] },
);

/** Everything that shows documents, asked for in ways that might show those of others. */
export const scopedRequest: fc.Arbitrary<Asked> = fc.oneof(
  { weight: 4, arbitrary: some({ q, filter, ...searching }).map((all) => get('/v1/search', all)) },
  {
    weight: 4,
    arbitrary: some({ q, filter: filters, ...searching }).map((all) => post('/v1/search', all)),
  },
  some({ q, filter }).chain((all) => id.map((one) => get('/v1/explain', { ...all, id: one }))),
  {
    weight: 2,
    arbitrary: fc.record({ q }).map((all) => get('/v1/suggest', { ...all, limit: 20 })),
  },
  {
    weight: 2,
    arbitrary: some({ q: value, query: q, filter }).chain((all) =>
      fc.constantFrom(...FACETS.split(',')).map((name) => get(`/v1/facets/${name}`, all)),
    ),
  },
  id.map((one) => get(`/v1/similar/${one}`, { limit: 20 })),
  id.map((one) => get(`/v1/documents/${one}`, {})),
  id.map((one) => get(`/indexes/articles/documents/${one}`, {})),
  { weight: 2, arbitrary: theirs.map((all) => post('/indexes/articles/search', all)) },
  theirs.map((all) => post('/multi-search', { queries: [{ ...all, indexUid: 'articles' }] })),
  fc
    .record(
      {
        facetName: fc.constantFrom(...FACETS.split(',')),
        facetQuery: value,
        q,
        filter: filters,
      },
      { requiredKeys: ['facetName'] },
    )
    .map((all) => post('/indexes/articles/facet-search', all)),
);
