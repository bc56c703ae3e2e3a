import { setTimeout as pass } from 'node:timers/promises';
import { mean, quantile } from '../table.js';
import { fire, type Shots } from './fire.js';
import type { ServiceTarget } from './targets.js';

const FINDING_SECONDS = 6;
const SECONDS = 30;
const TIMES = 10;
const CONNECTIONS = 400;
/** So few at once are never refused. */
const FEW = 2;
/** How long we look whether all is as before, and how often. */
const AFTER_MS = 5_000;
const EVERY_MS = 100;

/** Finds what the service can bear, sends ten times as much, and sees how it gets over it. */
export async function measureOverload(service: ServiceTarget, paths: readonly string[]) {
  const { url } = service;
  const requests = paths.map((path) => ({ path }));
  await fire({ url, requests, connections: FEW, seconds: 3 });
  const bearable = await fire({ url, requests, connections: FEW, seconds: FINDING_SECONDS });
  printShots('bearable', bearable);

  const memory = watchMemory(service);
  const rate = Math.round(bearable.perSecond * TIMES);
  const over = await fire({ url, requests, connections: CONNECTIONS, seconds: SECONDS, rate });
  const after = await watchRecovery(url, paths);
  const figures = await memory.end();
  printShots(`${TIMES} times as much`, over);
  const sent = (over.perSecond * SECONDS + over.others) / SECONDS;
  console.log(`  sent                ${sent.toFixed(0)}/s of ${rate}/s`);
  console.log(`  refused with        ${JSON.stringify(over.statuses)}`);
  console.log(`  refusals p99        ${over.othersP99.toFixed(0)} ms`);
  printMemory(figures);
  console.log(
    `as before             ${after.recovered === undefined ? 'not' : `${after.recovered} ms`} after the end; then p95 ${after.p95.toFixed(0)} ms`,
  );
}

function printShots(label: string, { perSecond, p50, p95, p99, max }: Shots): void {
  const times = [p50, p95, p99, max].map((time) => time.toFixed(0)).join(' / ');
  console.log(
    `${label.padEnd(22)}${perSecond.toFixed(0)} answered/s, p50 / p95 / p99 / max ${times} ms`,
  );
}

/** Reads how much memory the process holds, in megabytes, once a second. */
function watchMemory({ url, key }: ServiceTarget) {
  const headers = { Authorization: `Bearer ${key}` };
  const figures: number[] = [];
  const ended = new AbortController();
  const read = async () => {
    const text = await (await fetch(new URL('/metrics', url), { headers })).text();
    const [, bytes] = /^process_resident_memory_bytes (\S+)$/m.exec(text) ?? [];
    if (bytes !== undefined) figures.push(Number(bytes) / 1e6);
  };
  const watching = (async () => {
    while (!ended.signal.aborted) {
      await read();
      await pass(1_000);
    }
  })();
  return {
    end: async () => {
      ended.abort();
      await watching;
      return figures;
    },
  };
}

function printMemory(figures: readonly number[]): void {
  const third = Math.ceil(figures.length / 3);
  const [first, last] = [mean(figures.slice(0, third)), mean(figures.slice(-third))];
  console.log(
    `  memory              ${first.toFixed(0)} MB in the first third, ${last.toFixed(0)} MB in the last, ${quantile(figures, 1).toFixed(0)} MB at most`,
  );
}

/** Asks one after the other; recovered is the time of the first answer after the last refusal. */
async function watchRecovery(url: string, paths: readonly string[]) {
  const started = performance.now();
  const times: number[] = [];
  let recovered: number | undefined;
  for (let at = 0; performance.now() - started < AFTER_MS; at++) {
    const asked = performance.now();
    const response = await fetch(new URL(paths[at % paths.length] ?? '/', url));
    await response.arrayBuffer();
    if (response.ok) {
      recovered ??= Math.round(performance.now() - started);
      times.push(performance.now() - asked);
    } else recovered = undefined;
    await pass(EVERY_MS);
  }
  return { recovered, p95: quantile(times, 0.95) };
}
