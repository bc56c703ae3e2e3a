import { join } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { z } from 'zod';
import { createAnalyzer } from '../../indexer/language/analyzer.js';
import { readEnvironment } from '../environment.js';
import { LIST_KINDS, type ListKind, type QueryCount } from '../query-log/counts.js';
import { openQueryLog, type QueryLog } from '../query-log/query-log.js';
import { edgeOfDay, isDay } from '../search/times.js';
import { print } from './with-axtar.js';

interface Options {
  readonly from?: string;
  readonly to?: string;
  readonly limit: number;
  readonly csv?: true;
}

const SAYS: Readonly<Record<ListKind, string>> = {
  top: 'List what is searched for most.',
  empty: 'List queries that found nothing.',
  unopened: 'List queries that found something of which nobody opened anything.',
};

export function addQueries(program: Command): void {
  const queries = program
    .command('queries')
    .description('Say what people look for, as far as the service has counted it.');
  for (const kind of LIST_KINDS) addList(queries, kind);
  queries
    .command('clear')
    .description('Forget all queries that were counted, for good.')
    .action(() => withLog((log) => log.clear()));
}

const MOST = 1_000_000;

function addList(queries: Command, kind: ListKind): void {
  queries
    .command(kind)
    .description(SAYS[kind])
    .option('--from <day>', 'not before this day (Asia/Baku)', toDay)
    .option('--to <day>', 'not after this day (Asia/Baku)', toDay)
    .option('--limit <number>', 'how many queries', toCount, 50)
    .option('--csv', 'print all of them as CSV')
    .action(({ csv, limit, ...range }: Options) =>
      withLog(async (log) => {
        if (!csv) return print(describe(await listOf(log, kind, { ...range, limit })));
        for await (const line of log.csv(kind, range)) await print(line);
      }),
    );
}

const listOf = (log: QueryLog, kind: ListKind, wanted: Omit<Options, 'csv'>) => {
  const lists = { top: log.top, empty: log.withoutResults, unopened: log.withoutOpening };
  return lists[kind](wanted);
};

function toDay(text: string): string {
  if (isDay(text) && edgeOfDay(text, 'first') !== undefined) return text;
  throw new InvalidArgumentError('Expected a day such as 2026-05-31.');
}

function toCount(text: string): number {
  const count = z.coerce.number().int().min(1).max(MOST).safeParse(text);
  if (count.success) return count.data;
  throw new InvalidArgumentError(`Expected a whole number from 1 to ${MOST}.`);
}

async function withLog(work: (log: QueryLog) => Promise<void>): Promise<void> {
  const { dataDir } = readEnvironment(process.env);
  const log = openQueryLog({ file: join(dataDir, 'queries.db'), analyzer: createAnalyzer() });
  try {
    await work(log);
  } finally {
    await log.close();
  }
}

/** Searches, those without results, hits opened, and the query. */
function describe(queries: readonly QueryCount[]): string {
  if (queries.length === 0) return 'There are no such queries.\n';
  const names = ['searches', 'empty', 'opened', 'query'];
  const rows = queries.map(({ searches, withoutResults, opened, query }) =>
    // A query may hold control characters, which must not reach the terminal.
    [searches, withoutResults, opened, query.replace(/\p{Cc}/gu, ' ')].map(String),
  );
  return [names, ...rows]
    .map((row) => row.map((cell, at) => (at < 3 ? cell.padStart(8) : cell)).join('  '))
    .map((line) => `${line}\n`)
    .join('');
}
