import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { formatBaku } from '../../../../indexer/extraction/baku-time.js';
import {
  LIST_KINDS,
  NO_COUNTS,
  type DayCount,
  type DayRange,
  type ListKind,
} from '../../../query-log/counts.js';
import type { QueryLog } from '../../../query-log/query-log.js';
import { PERIODS, QueriesPage } from '../../../web/desk/queries-page.js';
import { MOST_QUERY_CHARACTERS } from '../../../search/parameters.js';
import type { Service } from '../../../service.js';
import { NOTHING, type Route } from '../../route.js';
import { defineDeskRoute } from './desk-route.js';

const days = z.coerce.number().pipe(z.literal(PERIODS)).catch(30).default(30);
const ListQuery = z.object({
  list: z.enum(LIST_KINDS).catch('top').default('top'),
  days,
  q: z.string().trim().max(MOST_QUERY_CHARACTERS).catch('').default(''),
});
const CsvQuery = z.object({
  list: z
    .enum([...LIST_KINDS, 'days'])
    .catch('top')
    .default('top'),
  days,
});

const SHOWN = 50;
const DAY_MS = 86_400_000;
/** Without it spreadsheets take the letters of Azerbaijani for others. */
const BYTE_ORDER_MARK = '\u{feff}';

/** What people look for. */
export function queryRoutes(service: Service): Route[] {
  const { queryLog } = service;
  const route = defineDeskRoute(service);
  return [
    route(
      { method: 'get', path: '/desk/queries', summary: 'See what people look for' },
      { ...NOTHING, query: ListQuery },
      async ({ query: wanted, frame }) => {
        const listed = daysUntilNow(wanted.days);
        const range = rangeOf(listed);
        const q = wanted.q === '' ? undefined : wanted.q;
        const found = await listOf(queryLog, wanted.list, range);
        const counted = await queryLog.overTime(q, range);
        const facts = { wanted, isOn: queryLog.isOn, days: filled(listed, counted) };
        const queries = found.slice(0, SHOWN);
        const more = found.length > SHOWN;
        return {
          status: 200,
          page: QueriesPage({ frame: await frame(), ...facts, queries, more }),
        };
      },
    ),
    route(
      {
        method: 'get',
        path: '/desk/queries.csv',
        summary: 'Take what people look for away',
        answers: { 200: { description: 'The lines.', type: 'text/csv' } },
      },
      { ...NOTHING, query: CsvQuery },
      async ({ query: { list, days: count }, response, signal }) => {
        const range = rangeOf(daysUntilNow(count));
        const name = `axtar-${list}-${range.from}-${range.to}.csv`;
        const lines = queryLog.csv(list, range)[Symbol.asyncIterator]();
        // Whatever is wrong shows before anything is sent.
        const first = await lines.next();
        response.set({
          'Content-Type': 'text/csv; charset=utf-8',
          'Content-Disposition': `attachment; filename="${name}"`,
          'Cache-Control': 'no-store',
        });
        await pipeline(Readable.from(marked(first, lines)), response, { signal });
        return undefined;
      },
    ),
  ];
}

async function* marked(
  first: IteratorResult<string, unknown>,
  lines: AsyncIterator<string>,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK;
  for (let line = first; line.done !== true; line = await lines.next()) yield line.value;
}

const listOf = (log: QueryLog, list: ListKind, range: DayRange) => {
  const wanted = { ...range, limit: SHOWN + 1 };
  if (list === 'top') return log.top(wanted);
  return list === 'empty' ? log.withoutResults(wanted) : log.withoutOpening(wanted);
};

/** @example daysUntilNow(7).length // 7, today in Baku the last */
const daysUntilNow = (count: number, now = Date.now()): string[] =>
  Array.from({ length: count }, (_, at) =>
    (formatBaku(now - (count - 1 - at) * DAY_MS) ?? '').slice(0, 10),
  );

const rangeOf = (listed: readonly string[]): DayRange => ({
  from: listed[0] ?? '',
  to: listed.at(-1) ?? '',
});

/** Days without searches are days, too. */
function filled(listed: readonly string[], counted: readonly DayCount[]): DayCount[] {
  const known = new Map(counted.map((one) => [one.day, one]));
  return listed.map((day) => known.get(day) ?? { day, ...NO_COUNTS });
}
