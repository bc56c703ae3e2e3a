import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FACETS, type SearchEngine } from '../../indexer/engine.js';
import { loadLexicon } from '../../indexer/lexicon/lexicon.js';
import { openDatabase } from '../../src/engines/database.js';
import { findExpression } from '../../src/engines/embedded/match.js';
import { toTerm } from '../../src/engines/terms.js';
import { SearchRequest } from '../../src/search/request.js';
import { createSearch, type SearchService } from '../../src/search/service.js';
import { dataPath } from './data.js';
import { withAxtarIn, withTemporaryAxtar, type TemporaryAxtar } from './house.js';
import { KINDS, makeQueries, type MeasuredQuery } from './queries.js';

const QUERIES = 500;

interface Timed extends MeasuredQuery {
  /** Milliseconds in the engine, and in all with understanding and highlighting. */
  readonly engine: number;
  readonly whole: number;
  /** The same words put to the bare full-text table: folded words joined by AND, nothing else. */
  readonly bare: number;
}

const milliseconds = (work: () => unknown): number => {
  const started = performance.now();
  work();
  return performance.now() - started;
};

interface Search {
  readonly search: SearchService;
  /** Time spent in the engine since this was last asked. */
  engineTime(): number;
}

/** The search service over an engine with a watch in its hand. */
function timedSearch(axtar: TemporaryAxtar): Search {
  let spent = 0;
  const engine: SearchEngine = {
    ...axtar.engine,
    search: async (query) => {
      const started = performance.now();
      const result = await axtar.engine.search(query);
      spent += performance.now() - started;
      return result;
    },
  };
  return {
    search: createSearch({ ...axtar, engine, lexicon: loadLexicon() }),
    engineTime: () => {
      const time = spent;
      spent = 0;
      return time;
    },
  };
}

async function timeSearch(
  { search, engineTime }: Search,
  { q, from }: MeasuredQuery,
): Promise<Pick<Timed, 'engine' | 'whole'>> {
  const filters = from === undefined ? {} : { from, facets: FACETS.join(',') };
  const request = SearchRequest.parse({ q, facets: 'topic,author,source,year', ...filters });
  const started = performance.now();
  await search(request);
  return { whole: performance.now() - started, engine: engineTime() };
}

async function readQueries(axtar: TemporaryAxtar): Promise<MeasuredQuery[]> {
  const articles = [];
  for await (const article of axtar.engine.articles()) articles.push(article);
  return makeQueries(articles, QUERIES);
}

async function timeQueries(axtar: TemporaryAxtar): Promise<Timed[]> {
  const queries = await readQueries(axtar);
  const folder = join(axtar.dataDir, 'index');
  const file = readdirSync(folder).find((name) => name.endsWith('.db')) ?? '';
  const bareTable = openDatabase(join(folder, file));
  const bareOf = (q: string) =>
    axtar.analyzer
      .analyze(q)
      .tokens.map(({ word }) => `"${toTerm(word.fold)}"`)
      .join(' AND ');
  // Once unmeasured: a service that has just started is not what readers meet.
  const search = timedSearch(axtar);
  for (const query of queries.slice(0, 100)) await timeSearch(search, query);
  const timed: Timed[] = [];
  for (const query of queries) {
    const bare = milliseconds(() => findExpression(bareTable, bareOf(query.q)));
    timed.push({ ...query, ...(await timeSearch(search, query)), bare });
  }
  bareTable.close();
  return timed;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function printTimes(timed: readonly Timed[]): void {
  console.log('                    engine ms             whole ms    engine p95 /');
  console.log('kind      queries   p50    p95    max     p50    p95   bare FTS5 p95');
  for (const kind of [...KINDS, 'all'] as const) {
    const rows = timed.filter((query) => kind === 'all' || query.kind === kind);
    const engine = rows.map((query) => query.engine);
    const whole = rows.map((query) => query.whole);
    const bare = quantile(
      rows.map((query) => query.bare),
      0.95,
    );
    const times = [quantile(engine, 0.5), quantile(engine, 0.95), Math.max(...engine)];
    const all = [...times, quantile(whole, 0.5), quantile(whole, 0.95)];
    const ratio = `${(quantile(engine, 0.95) / bare).toFixed(1)}x`;
    const numbers = all.map((time) => time.toFixed(1).padStart(7)).join('');
    console.log(
      `${kind.padEnd(10)}${String(rows.length).padStart(6)}${numbers}${ratio.padStart(10)}`,
    );
  }
}

const showMemory = (of: string) =>
  console.log(`memory      ${Math.round(process.memoryUsage().rss / 1e6)} MB resident, ${of}`);

async function benchIndexing(axtar: TemporaryAxtar): Promise<void> {
  const files = ['news.jsonl', 'laws.jsonl'].map((name) => dataPath(name));
  const started = performance.now();
  const { documents, skipped } = await axtar.index(files);
  const seconds = (performance.now() - started) / 1000;
  const rate = Math.round(documents / seconds);
  const counts = `${documents} documents, ${skipped} skipped`;
  console.log(`indexing    ${counts}, ${seconds.toFixed(1)} s, ${rate}/s`);
  const { bytes, words } = await axtar.engine.stats();
  console.log(`index       ${(bytes / 1e6).toFixed(1)} MB, ${words} distinct words`);
  showMemory('the whole process that has indexed');
}

async function benchSearching(axtar: TemporaryAxtar): Promise<void> {
  printTimes(await timeQueries(axtar));
  showMemory(`the whole process that has searched ${QUERIES} times`);
}

/** As in life: one process indexes, another, which has only opened the index, serves. */
const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) {
  await withTemporaryAxtar(async (axtar) => {
    await benchIndexing(axtar);
    const self = fileURLToPath(import.meta.url);
    spawnSync(process.execPath, [self, axtar.dataDir], { stdio: 'inherit' });
  });
} else {
  await withAxtarIn(dataDir, benchSearching);
}
