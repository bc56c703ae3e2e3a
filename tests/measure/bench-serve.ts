import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ENGINES, type Place } from './asker.js';
import { openRunners, type Runner, type Timing } from './bench-runners.js';
import { printAgainstBare, printSideBySide } from './bench-tables.js';
import { watchHttp, type HttpReading, type HttpWatch } from './http-watch.js';
import { KINDS, type Kind, type MeasuredQuery } from './queries.js';

/** What the process that has indexed hands to the process that serves; no key is written down. */
const Job = z.object({
  indexes: z.array(
    z.object({
      name: z.enum(ENGINES),
      dataDir: z.string(),
      index: z.string(),
      url: z.string().exactOptional(),
    }),
  ),
  queries: z.array(
    z.object({ kind: z.enum(KINDS), q: z.string(), from: z.string().exactOptional() }),
  ),
});
export type Job = z.infer<typeof Job>;

const placeOf = ({ dataDir, index, url }: Job['indexes'][number]): Place => {
  const apiKey = process.env['MEILI_API_KEY'];
  const key = apiKey === undefined ? {} : { apiKey };
  return { dataDir, index, ...(url === undefined ? {} : { server: { url, ...key } }) };
};

/** One query, as one runner answered it. */
export interface Timed extends Timing, HttpReading {
  readonly kind: Kind;
  readonly label: string;
}

const WARMING = 100;

async function timeOne(runner: Runner, query: MeasuredQuery, http: HttpWatch): Promise<Timed> {
  http.read();
  const timing = await runner.time(query);
  return { ...timing, ...http.read(), kind: query.kind, label: runner.label };
}

/** Every query is put to all runners in turn, so that a busy machine slows all of them alike. */
async function timeAll(
  runners: readonly Runner[],
  queries: readonly MeasuredQuery[],
): Promise<Timed[]> {
  const http = watchHttp();
  // Once unmeasured: a service that has just started is not what readers meet.
  for (const query of queries.slice(0, WARMING)) {
    for (const runner of runners) await runner.time(query);
  }
  const timed: Timed[] = [];
  for (const query of queries) {
    for (const runner of runners) timed.push(await timeOne(runner, query, http));
  }
  return timed;
}

const [file = ''] = process.argv.slice(2);
const { indexes, queries } = Job.parse(JSON.parse(readFileSync(file, 'utf8')));
const runners = indexes.flatMap((made) => openRunners(made.name, placeOf(made)));
const timed = await timeAll(runners, queries);
printAgainstBare(timed.filter(({ bare }) => bare !== undefined));
if (runners.length > 1) printSideBySide(timed);
const memory = Math.round(process.memoryUsage().rss / 1e6);
console.log(
  `memory      ${memory} MB resident, the whole process that has searched ${queries.length} times`,
);
for (const runner of runners) await runner.close();
