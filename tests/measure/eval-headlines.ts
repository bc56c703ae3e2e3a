import { SearchRequest } from '../../src/search/request.js';
import { dataPath, percent, readTable } from './data.js';
import { withTemporaryAxtar, type TemporaryAxtar } from './house.js';

/** Where the other outlet's headline stands, the query's own left out; Infinity beyond ten. */
async function placeOf(axtar: TemporaryAxtar, from: string, to: string): Promise<number> {
  const article = await axtar.engine.get(from);
  const q = `${article?.title.slice(0, 500) ?? ''} `;
  const { hits } = await axtar.search(
    SearchRequest.parse({ q, hitsPerPage: '20', highlight: 'false' }),
  );
  const others = hits.filter(({ id }) => id !== from);
  const place = others.findIndex(({ id }) => id === to);
  return place < 0 ? Infinity : place + 1;
}

/** One outlet's headline as the query: is the other outlet's headline of the same event found? */
export async function evaluateHeadlines(): Promise<void> {
  const pairs = readTable('eval/same-event-headlines.tsv');
  const places = await withTemporaryAxtar(async (axtar) => {
    await axtar.index([dataPath('news.jsonl')]);
    const found: number[] = [];
    for (const { query_doc_id: from = '', relevant_doc_id: to = '' } of pairs) {
      found.push(await placeOf(axtar, from, to));
    }
    return found;
  });
  const within = (most: number) => places.filter((place) => place <= most).length;
  const show = (most: number) =>
    `${within(most)} of ${pairs.length} (${percent(within(most) / pairs.length)})`;
  console.log(
    '\nHeadlines of one event by two outlets (eval/same-event-headlines.tsv), 13,112 items',
  );
  console.log(`  first     ${show(1)}`);
  console.log(`  first ten ${show(10)}`);
}
