import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../indexer/config.js';
import type { Article } from '../../indexer/article.js';
import { hasServer } from '../engines/meilisearch/server.js';
import { readCorpus } from './corpus.js';
import { EVAL_DATA } from './data.js';
import { fire, type Shots } from './load/fire.js';
import { measureOverload } from './load/overload.js';
import { readOptions, runMeasurement } from './options.js';
import { openPlain } from './plain.js';
import { makeQueries, type MeasuredQuery } from './queries.js';
import { startHello, startService, type Target } from './load/targets.js';
import { openServer, withPlace } from './servers.js';

const QUERIES = 300;
const CONNECTIONS = 4;
const WARM_SECONDS = 2;
const SECONDS = 7;

interface Row {
  readonly label: string;
  readonly shots: Shots;
}

/** Real articles where there are some, else the sample. */
function corpusFiles(): string[] {
  const news = join(EVAL_DATA, 'news.jsonl');
  return [existsSync(news) ? news : join(packageRoot(), 'sample')];
}

const searchPath = ({ q, from }: MeasuredQuery): string => {
  const facets = from === undefined ? {} : { from, facets: 'topic,author,source,year,month' };
  return `/v1/search?${new URLSearchParams({ q, ...facets }).toString()}`;
};

async function shoot(label: string, { url }: Target, paths: readonly string[]): Promise<Row> {
  const requests = paths.map((path) => ({ path }));
  await fire({ url, requests, connections: CONNECTIONS, seconds: WARM_SECONDS });
  return {
    label,
    shots: await fire({ url, requests, connections: CONNECTIONS, seconds: SECONDS }),
  };
}

/** Meilisearch as it is installed, asked for the same queries. */
async function shootPlain(queries: readonly MeasuredQuery[]): Promise<Row[]> {
  if (!hasServer()) return [];
  const server = await openServer();
  const key = server.apiKey === undefined ? {} : { authorization: `Bearer ${server.apiKey}` };
  const headers = { 'content-type': 'application/json', ...key };
  try {
    return await withPlace(server, async (place) => {
      await openPlain(place).index(corpusFiles());
      const requests = queries.map(({ q }) => ({
        path: `/indexes/${place.index}/search`,
        method: 'POST' as const,
        headers,
        body: JSON.stringify({ q, limit: 20 }),
      }));
      const shot = { url: server.url, requests, connections: CONNECTIONS };
      await fire({ ...shot, seconds: WARM_SECONDS });
      return [{ label: 'plain Meilisearch', shots: await fire({ ...shot, seconds: SECONDS }) }];
    });
  } finally {
    await server.stop();
  }
}

async function measureLoad(articles: readonly Article[]): Promise<void> {
  const queries = makeQueries(articles, QUERIES);
  const hello = await startHello();
  const rows: Row[] = [];
  try {
    rows.push(await shoot('hello of Express', hello, ['/']));
    const service = await startService(corpusFiles());
    try {
      for (const [label, paths] of pathsOf(queries, articles)) {
        if (await isServed(service, paths)) rows.push(await shoot(label, service, paths));
      }
    } finally {
      await service.stop();
    }
  } finally {
    await hello.stop();
  }
  printRows([...rows, ...(await shootPlain(queries))]);
}

const pathsOf = (
  queries: readonly MeasuredQuery[],
  articles: readonly Article[],
): (readonly [string, string[]])[] => [
  ['search', queries.map(searchPath)],
  [
    'suggest',
    queries.map(({ q }) => `/v1/suggest?${new URLSearchParams({ q: q.slice(0, 4) }).toString()}`),
  ],
  [
    'a document',
    articles.slice(0, QUERIES).map(({ id }) => `/v1/documents/${encodeURIComponent(id)}`),
  ],
];

/** A route that is not there would be measured as the fastest of all. */
async function isServed({ url }: Target, [path = '/']: readonly string[]): Promise<boolean> {
  return (await fetch(new URL(path, url))).ok;
}

function printRows(rows: readonly Row[]): void {
  const hello = rows[0]?.shots.perSecond ?? 1;
  console.log(`\n${CONNECTIONS} connections, ${SECONDS} s each, one after the other`);
  print('', ['requests/s', 'to hello', 'p50 ms', 'p95 ms', 'p99 ms', 'not 200']);
  for (const { label, shots } of rows) {
    const { perSecond, p50, p95, p99, others } = shots;
    const ratio = `${(perSecond / hello).toFixed(3)}x`;
    const times = [p50, p95, p99].map((time) => time.toFixed(1));
    print(label, [perSecond.toFixed(0), ratio, ...times, String(others)]);
  }
}

const print = (label: string, cells: readonly string[]): void =>
  console.log(label.padEnd(20) + cells.map((cell) => cell.padStart(12)).join(''));

/** `npm run load` measures at a bearable load, `npm run load -- overload` at ten times of it. */
await runMeasurement(async () => {
  const { parts } = readOptions(process.argv.slice(2), ['overload']);
  const files = corpusFiles();
  const articles = await readCorpus(files);
  console.log(`${articles.length} articles of ${files.join(', ')}`);
  if (parts.length === 0) return measureLoad(articles);
  const service = await startService(files);
  try {
    await measureOverload(service, makeQueries(articles, QUERIES).map(searchPath));
  } finally {
    await service.stop();
  }
});
