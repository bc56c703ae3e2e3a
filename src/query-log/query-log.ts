import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { formatBaku } from '../../indexer/extraction/baku-time.js';
import type { Analyzer } from '../../indexer/language/analyzer.js';
import { startWorker, type WorkerClient } from '../engines/embedded/rpc.js';
import { createBuffer } from './buffer.js';
import type { DayCount, DayRange, ListKind, QueryCount } from './counts.js';
import { csvOfDays, csvOfQueries } from './csv.js';
import { isPersonal } from './personal.js';
import type { TableLimits } from './prune.js';
import type { QueryLogService } from './worker.js';

/**
 * What people look for, counted by day: no addresses, no sessions, no time of day. A query is told
 * of only once it was made often enough not to be one person's slip. Reading throws EngineError when
 * the file cannot be used; counting never throws and never waits.
 */
export interface QueryLog {
  /** Whether searches are counted. */
  readonly isOn: boolean;
  /** A search was made; `total` is what it found, where that is known. */
  searched(search: SearchMade): void;
  /** Somebody opened a hit of a search. */
  opened(search: { readonly q: string }): void;
  /** The most frequent queries. */
  top(wanted?: Wanted): Promise<readonly QueryCount[]>;
  /** Queries that found nothing, the most frequent first. */
  withoutResults(wanted?: Wanted): Promise<readonly QueryCount[]>;
  /** Queries that found something of which nobody opened anything, the most frequent first. */
  withoutOpening(wanted?: Wanted): Promise<readonly QueryCount[]>;
  /** Days with searches, oldest first: of one query in any spelling, or of all. */
  overTime(query?: string, range?: Partial<DayRange>): Promise<readonly DayCount[]>;
  /**
   * The same lists as lines of CSV (RFC 4180), with a line of names first.
   * @example for await (const line of log.csv('top', { from: '2026-05-01' })) write(line)
   */
  csv(kind: ListKind | 'days', range?: Partial<DayRange>): AsyncIterable<string>;
  /** Forgets everything, on the disk too. */
  clear(): Promise<void>;
  /** Writes what waits. */
  flush(): Promise<void>;
  /** Writes what waits and closes the file. */
  close(): Promise<void>;
}

export interface SearchMade {
  readonly q: string;
  readonly total?: number | undefined;
  /** Whether a word was read as misspelt. */
  readonly corrected?: boolean | undefined;
}

/** Days in Baku, inclusive, such as `2026-05-31`; all that are kept unless said. */
export interface Wanted extends Partial<DayRange> {
  /** 50 unless said. */
  readonly limit?: number;
}

export interface QueryLogOptions {
  readonly file: string;
  readonly analyzer: Analyzer;
  /** Whether to count; what was counted can be read all the same. */
  readonly isOn?: boolean;
  /** Searches that a query must have had in the days asked for to be told of. */
  readonly least?: number;
  readonly limits?: Partial<TableLimits>;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Says on one line what an operator should know. */
  readonly onNotice?: (notice: string) => void;
}

/** 90 days of 10,000 queries are some 100 MB. */
const LIMITS: TableLimits = { days: 90, queriesADay: 10_000, forms: 20, bytes: 256_000_000 };
const LEAST = 2;
const USUAL_LIMIT = 50;
/** What a crash loses at most. */
const FLUSH_EVERY_MS = 5_000;
const ALL_DAYS: DayRange = { from: '0000-00-00', to: '9999-99-99' };
const PAGE = 1_000;

/**
 * Opens the log of queries in a file, which needs not be there yet; the disk is left to a thread.
 *
 * @example openQueryLog({ file: 'data/queries.db', analyzer }).searched({ q: 'bakı metrosu', total: 12 })
 */
export function openQueryLog(options: QueryLogOptions): QueryLog {
  const { analyzer, isOn = true, least = LEAST, now = Date.now } = options;
  const buffer = createBuffer();
  const table = createTable(options);
  let failing = false;
  let writing = Promise.resolve();

  const keyOf = (q: string): string =>
    analyzer
      .analyze(q)
      .tokens.map(({ word }) => word.fold)
      .join(' ');

  function count(q: string, counts: Parameters<typeof buffer.add>[1]): void {
    if (!isOn) return;
    const day = (formatBaku(now()) ?? '').slice(0, 10);
    const key = isPersonal(q) ? '' : keyOf(q);
    const form = q.trim().replace(/\s+/gu, ' ');
    buffer.add(day, counts, key === '' ? undefined : { key, form });
  }

  async function write(): Promise<void> {
    if (buffer.isEmpty()) return;
    try {
      await table().call('add', buffer.take());
      failing = false;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (!failing) options.onNotice?.(`Queries cannot be counted: ${reason}`);
      failing = true;
    }
  }

  const flush = (): Promise<void> => (writing = writing.then(write));

  async function page(kind: ListKind, wanted: Wanted, offset = 0): Promise<QueryCount[]> {
    await flush();
    const { limit = USUAL_LIMIT, ...range } = wanted;
    return table().call('list', { ...ALL_DAYS, ...range, kind, limit, offset, least });
  }

  async function overTime(query?: string, range: Partial<DayRange> = {}) {
    await flush();
    const key = query === undefined ? {} : { key: keyOf(query) };
    return table().call('days', { ...ALL_DAYS, ...range, ...key, least });
  }

  async function* pages(kind: ListKind, range: Partial<DayRange>) {
    for (let offset = 0; ; offset += PAGE) {
      const queries = await page(kind, { ...range, limit: PAGE }, offset);
      yield* queries;
      if (queries.length < PAGE) return;
    }
  }

  const timer = setInterval(() => void flush(), FLUSH_EVERY_MS).unref();
  return {
    isOn,
    searched: ({ q, total, corrected }) =>
      count(q, {
        searches: 1,
        withoutResults: total === 0 ? 1 : 0,
        opened: 0,
        corrected: corrected === true ? 1 : 0,
      }),
    opened: ({ q }) => count(q, { searches: 0, withoutResults: 0, opened: 1, corrected: 0 }),
    top: (wanted = {}) => page('top', wanted),
    withoutResults: (wanted = {}) => page('empty', wanted),
    withoutOpening: (wanted = {}) => page('unopened', wanted),
    overTime,
    csv: (kind, range = {}) =>
      kind === 'days'
        ? csvOfDays(() => overTime(undefined, range))
        : csvOfQueries(pages(kind, range)),
    clear: async () => {
      buffer.take();
      await table().call('clear', null);
    },
    flush,
    close: async () => {
      clearInterval(timer);
      await flush();
      await table.close();
    },
  };
}

/** The thread of the file, started when it is needed first. */
function createTable({ file, limits }: QueryLogOptions) {
  let worker: WorkerClient<QueryLogService> | undefined;
  const start = () => {
    mkdirSync(dirname(file), { recursive: true });
    const data = { file, limits: { ...LIMITS, ...limits } };
    return startWorker<QueryLogService>('../../query-log/worker.js', data);
  };
  const table = (): WorkerClient<QueryLogService> => {
    if (worker === undefined || worker.ended) worker = start();
    return worker;
  };
  table.close = async (): Promise<void> => {
    if (!worker || worker.ended) return;
    await worker.call('close', null).catch(() => undefined);
    await worker.close();
  };
  return table;
}
