import type { Article } from '../../indexer/article.js';
import type { Asker, EachContender } from './asker.js';
import { readCorpus, sample } from './corpus.js';
import { dataPath, readTable } from './data.js';
import { countOf, printOutcomes } from './table.js';

interface Pair {
  readonly from: string;
  readonly to: string;
  /** The one outlet's headline, as a query. */
  readonly q: string;
}

/** Pairs of headlines of one event, of all or of about so many. */
export function headlinePairs(articles: readonly Article[], most = Infinity): Pair[] {
  const titles = new Map(articles.map(({ id, title }) => [id, title]));
  return sample(readTable('eval/same-event-headlines.tsv'), most).map(
    ({ query_doc_id: from = '', relevant_doc_id: to = '' }) => ({
      from,
      to,
      q: `${titles.get(from)?.slice(0, 500) ?? ''} `,
    }),
  );
}

/** Where the other outlet's headline stands, the query's own left out; Infinity beyond ten. */
async function placeOf(asker: Asker, { from, to, q }: Pair): Promise<number> {
  const { hits } = await asker.ask({ q, hitsPerPage: 20 });
  const place = hits.filter(({ id }) => id !== from).findIndex(({ id }) => id === to);
  return place < 0 ? Infinity : place + 1;
}

/** The places of the other outlets' headlines. */
export async function placesOf(asker: Asker, pairs: readonly Pair[]): Promise<number[]> {
  const places: number[] = [];
  for (const pair of pairs) places.push(await placeOf(asker, pair));
  return places;
}

/** How many of the places are among the first. */
export const within = (places: readonly number[], most: number): string =>
  countOf(places.filter((place) => place <= most).length, places.length);

/** Some headlines have several others; only one of these can be first. */
function firstByQuery(pairs: readonly Pair[], places: readonly number[]): string {
  const queries = new Set(pairs.map(({ from }) => from));
  const right = new Set(pairs.filter((_, at) => places[at] === 1).map(({ from }) => from));
  return countOf(right.size, queries.size);
}

/** One outlet's headline as the query: is the other outlet's headline of the same event found? */
export async function evaluateHeadlines(each: EachContender, listsErrors: boolean): Promise<void> {
  const files = [dataPath('news.jsonl')];
  const articles = await readCorpus(files);
  const pairs = headlinePairs(articles);
  const outcomes = await each(files, (asker) => placesOf(asker, pairs));
  printOutcomes(
    'Headlines of one event by two outlets (eval/same-event-headlines.tsv), 13,112 items',
    outcomes,
    [
      ['first', (places) => within(places, 1)],
      ['first ten', (places) => within(places, 10)],
      ['queries with one of theirs first', (places) => firstByQuery(pairs, places)],
    ],
  );
  if (!listsErrors) return;
  const titles = new Map(articles.map(({ id, title }) => [id, title]));
  for (const { name, result } of outcomes) {
    console.log(`\n  ${name}: place, query, the other headline`);
    for (const [at, { q, to }] of pairs.entries()) {
      const place = result[at] ?? Infinity;
      if (place > 10) console.log(`    ${place}  ${q}\n        ${titles.get(to) ?? to}`);
    }
  }
}
