import type { Asker, EachContender, Found, Outcome } from './asker.js';
import { readCorpus } from './corpus.js';
import { dataPath } from './data.js';
import { KINDS, readJudgedQueries, typed, type JudgedQuery } from './judged-queries.js';
import { ndcg, recall, reciprocalRank } from './metrics.js';
import { mean, printOutcomes, type Row } from './table.js';

/** How a query went. */
interface Scored {
  readonly query: JudgedQuery;
  readonly hits: readonly Found[];
  readonly ndcg: number;
  readonly mrr: number;
  readonly recall: number;
}

type Titles = ReadonlyMap<string, string>;

const HITS = 20;
const FIRST = 10;
/** A first hit that readers would be content with. */
const GOOD = 2;
/** Queries that went worse are listed. */
const WELL = 0.8;

const gradeOf = ({ relevant }: JudgedQuery, id: string): number => relevant[id] ?? 0;

async function score(asker: Asker, query: JudgedQuery): Promise<Scored> {
  const { hits } = await asker.ask({ q: typed(query), hitsPerPage: HITS });
  const found = hits.map(({ id }) => gradeOf(query, id));
  const judged = Object.values(query.relevant);
  return {
    query,
    hits,
    ndcg: ndcg(found, judged, FIRST),
    mrr: reciprocalRank(found, FIRST, GOOD),
    recall: recall(found, judged, HITS),
  };
}

async function scoreAll(asker: Asker, queries: readonly JudgedQuery[]): Promise<Scored[]> {
  const scored: Scored[] = [];
  for (const query of queries) scored.push(await score(asker, query));
  return scored;
}

const means = (scored: readonly Scored[]): string =>
  [
    mean(scored.map((one) => one.ndcg)),
    mean(scored.map((one) => one.mrr)),
    mean(scored.map((one) => one.recall)),
  ]
    .map((value) => value.toFixed(3))
    .join('  ');

function rows(queries: readonly JudgedQuery[]): Row<readonly Scored[]>[] {
  const row = (label: string, belongs: (query: JudgedQuery) => boolean): Row<readonly Scored[]> => [
    `${label} (${queries.filter(belongs).length})`,
    (scored) => means(scored.filter(({ query }) => belongs(query))),
  ];
  return [
    ...KINDS.map((kind) => row(kind, (query) => query.kind === kind)),
    row('all', () => true),
  ];
}

/** The hits down to the last relevant one, and what is relevant and was not found. */
function listOne({ query, hits, ...scored }: Scored, titles: Titles): void {
  const { id, q, relevant } = query;
  const last = hits.findLastIndex((hit) => gradeOf(query, hit.id) > 0);
  const shown = hits.slice(0, Math.max(3, last + 1));
  console.log(`  ${scored.ndcg.toFixed(3)}  ${id}  “${q}”`);
  for (const hit of shown) {
    console.log(`    ${gradeOf(query, hit.id)}  ${hit.id}  ${hit.layer ?? ''}  ${hit.title}`);
  }
  for (const [missed, grade] of Object.entries(relevant)) {
    if (hits.some((hit) => hit.id === missed)) continue;
    console.log(`    missed ${grade}  ${missed}  ${titles.get(missed) ?? ''}`);
  }
}

function listBad({ name, result }: Outcome<readonly Scored[]>, titles: Titles): void {
  const bad = result.filter((scored) => scored.ndcg < WELL);
  console.log(`\n  ${name}: ${bad.length} of ${result.length} queries have an nDCG below ${WELL}`);
  for (const scored of bad) listOne(scored, titles);
}

/** @throws Error naming the judged items that the collection does not have */
function checkJudged(queries: readonly JudgedQuery[], titles: Titles): void {
  const unknown = queries.flatMap(({ id, relevant }) =>
    Object.keys(relevant)
      .filter((item) => !titles.has(item))
      .map((item) => `${id}: ${item}`),
  );
  if (unknown.length > 0) throw new Error(`Judged, but not in the news: ${unknown.join(', ')}`);
}

/** Our own judged queries over the news: does what readers look for come first? */
export async function evaluateRelevance(each: EachContender, listsErrors: boolean): Promise<void> {
  const files = [dataPath('news.jsonl')];
  const queries = readJudgedQueries();
  const titles = new Map((await readCorpus(files)).map(({ id, title }) => [id, title]));
  checkJudged(queries, titles);
  const outcomes = await each(files, (asker) => scoreAll(asker, queries));
  printOutcomes(
    `Relevance (tests/relevance), ${titles.size} items: nDCG@10, MRR@10, recall@20`,
    outcomes,
    rows(queries),
  );
  if (listsErrors) for (const outcome of outcomes) listBad(outcome, titles);
}
