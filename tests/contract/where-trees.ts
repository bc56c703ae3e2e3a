import fc from 'fast-check';
import type { SearchDocument } from '../../indexer/document.js';
import { VALUE_ATTRIBUTES, type Filter, type FilterAttribute } from '../../indexer/filter.js';
import { day, makeDocument } from './test-index.js';

/** Values that mean something to filter languages, JSON, SQL or C. */
export const HOSTILE = [
  ...['"', "'", '\\', '\\"', 'a\nb', '"] OR n EXISTS', '") OR (n EXISTS', "' OR '1'='1", 'NULL'],
  ...['a', 'A', ' a', 'ə', 'é', 'e\u0301', '\0', '\ud800', '🙂', '__proto__', 'x0022'],
];
export const LANGS = ['az', 'ru', 'AZ', 'a\\', '"e'];
const pick = <Item>(items: readonly Item[], at: number): Item[] =>
  items.slice(at % items.length).slice(0, 1);

/** Some have no date, no source, no topics, no author; no two have the same of all. */
export const DOCUMENTS: readonly SearchDocument[] = HOSTILE.map((id, at) => {
  const [source] = at % 3 === 0 ? [] : pick(HOSTILE, at * 5);
  const [author] = at % 4 === 0 ? [] : pick(HOSTILE, at * 7);
  const ids = at % 5 === 0 ? [] : [...new Set([...pick(HOSTILE, at), ...pick(HOSTILE, at * 3)])];
  return {
    ...makeDocument({
      id,
      body: at % 2 === 0 ? 'alma' : 'armud',
      lang: LANGS[at % LANGS.length] ?? 'az',
      ...(source === undefined ? {} : { source }),
      ...(at % 6 === 0 ? {} : { date: day(at % 7) }),
    }),
    ...(author === undefined ? {} : { authorId: author }),
    topics: ids.map((topic) => ({ id: topic, name: topic })),
  };
});

const valuesOf = ({ article, authorId, topics }: SearchDocument): Record<string, string[]> => ({
  id: [article.id],
  topic: topics.map(({ id }) => id),
  author: authorId === undefined ? [] : [authorId],
  source: article.source === undefined ? [] : [article.source],
  lang: [article.lang],
  date: article.date === undefined ? [] : [article.date],
});

/** What a tree means, said once more without any engine. */
export function passes(filter: Filter, document: SearchDocument): boolean {
  if ('all' in filter) return filter.all.every((part) => passes(part, document));
  if ('any' in filter) return filter.any.some((part) => passes(part, document));
  if ('not' in filter) return !passes(filter.not, document);
  const values = valuesOf(document);
  if ('exists' in filter) return values[filter.exists]?.length !== 0;
  if ('attribute' in filter)
    return values[filter.attribute]?.some((value) => filter.in.includes(value)) === true;
  const { from = -Infinity, to = Infinity } = filter;
  const { date } = document.article;
  const seconds = date === undefined ? NaN : Date.parse(date) / 1000;
  return seconds >= from && seconds <= to;
}

/** Ids of the documents that a tree is to find. */
export const matching = (filter: Filter): string[] =>
  DOCUMENTS.filter((document) => passes(filter, document)).map(({ article }) => article.id);

const ATTRIBUTES: readonly FilterAttribute[] = [...VALUE_ATTRIBUTES, 'date'];
const seconds = fc.integer({ min: 0, max: 7 }).map((number) => Date.parse(day(number)) / 1000);
const leaf: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({
    attribute: fc.constantFrom(...VALUE_ATTRIBUTES),
    in: fc.array(fc.constantFrom(...HOSTILE, ...LANGS), { maxLength: 6 }),
  }),
  fc.record({ from: seconds, to: seconds }, { requiredKeys: [] }),
  fc.constantFrom(...ATTRIBUTES).map((exists) => ({ exists })),
);
const { tree } = fc.letrec<{ tree: Filter; list: Filter[] }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'filter' },
    leaf,
    tie('list').map((all) => ({ all })),
    tie('list').map((any) => ({ any })),
    tie('tree').map((not) => ({ not })),
  ),
  list: fc.array(tie('tree'), { maxLength: 4, depthIdentifier: 'filter' }),
}));
/** The same in every run. */
export const TREES = fc.sample(tree, { seed: 5, numRuns: 120 });

/** As deep as callers may nest, each level of another kind, or all of one. */
export function nested(depth: number, kindAt: (level: number) => 'not' | 'all' | 'any'): Filter {
  if (depth === 0) return { attribute: 'topic', in: HOSTILE.slice(0, 9) };
  const inner = nested(depth - 1, kindAt);
  const kind = kindAt(depth);
  if (kind === 'not') return { not: inner };
  const beside: Filter = { exists: kind === 'all' ? 'id' : 'date' };
  return kind === 'all' ? { all: [beside, inner] } : { any: [beside, inner] };
}
