import autocannon from 'autocannon';
import { quantile } from '../table.js';

export interface Fire {
  readonly url: string;
  /** Sent in turn; every connection begins elsewhere. */
  readonly requests: readonly autocannon.Request[];
  readonly connections: number;
  readonly seconds: number;
  /** Requests a second, however fast the answers come; as fast as they come unless said. */
  readonly rate?: number;
}

/** What came of it; times in milliseconds, of the answers with status 200 alone. */
export interface Shots {
  /** Answers with status 200. */
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  /** Answers with another status, by status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Answers with another status, and none at all. */
  readonly others: number;
  /** Times of the answers with another status: 99 of 100 came sooner. */
  readonly othersP99: number;
}

/** Sends requests from this process for some seconds. */
export async function fire(fire: Fire): Promise<Shots> {
  const good: number[] = [];
  const bad: number[] = [];
  const statuses: Record<string, number> = {};
  const { errors, duration } = await shoot(fire, (status, time) => {
    if (status === 200) good.push(time);
    else {
      bad.push(time);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  });
  return {
    perSecond: good.length / duration,
    p50: quantile(good, 0.5),
    p95: quantile(good, 0.95),
    p99: quantile(good, 0.99),
    max: quantile(good, 1),
    statuses: errors === 0 ? statuses : { ...statuses, none: errors },
    others: bad.length + errors,
    othersP99: quantile(bad, 0.99),
  };
}

function shoot(
  { url, requests, connections, seconds, rate }: Fire,
  onAnswer: (status: number, milliseconds: number) => void,
): Promise<autocannon.Result> {
  let clients = 0;
  const options: autocannon.Options = {
    url,
    connections,
    duration: seconds,
    requests: [...requests],
    timeout: 20,
    ...(rate === undefined ? {} : { overallRate: rate, ignoreCoordinatedOmission: true }),
    setupClient: (client) => {
      const start = Math.floor((clients++ * requests.length) / connections);
      client.setRequests([...requests.slice(start), ...requests.slice(0, start)]);
    },
  };
  return new Promise((resolve, reject) => {
    const running = autocannon(options, (error: unknown, result) => {
      if (error instanceof Error) reject(error);
      else resolve(result);
    });
    running.on('response', (_client, status, _bytes, time) => onAnswer(status, time));
  });
}
