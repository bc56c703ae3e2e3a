import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Job, JobEvent, type JobStatus } from '../../src/jobs/job.js';
import type { Jobs } from '../../src/jobs/jobs.js';
import { gate, linesOf, makePlace, NDJSON, runUpload, streamOf, type Place } from './place.js';

let place: Place;
let jobs: Jobs;
beforeEach(() => {
  place = makePlace();
  jobs = place.open();
});
afterEach(() => place.close());

const upload = async (count: number) =>
  (await jobs.receive(streamOf(linesOf(count), 10_000), NDJSON)).job.id;

/** The engine takes `batches` batches and then waits for `open`; `full` resolves when it waits. */
function holdAfter(batches: number) {
  const [full, go] = [gate(), gate()];
  let taken = 0;
  place.engine.beforeUpsert = async () => {
    taken += 1;
    if (taken <= batches) return;
    full.open();
    await go.passed;
  };
  return { full: full.passed, open: go.open };
}

const statusOf = async (id: string) => (await jobs.get(id))?.status;

describe('the queue', () => {
  it('does one job at a time, in order', async () => {
    const seen: string[] = [];
    place.engine.beforeUpsert = async ([first]) => {
      seen.push(`+${first?.article.id}`);
      await sleep(5);
      seen.push(`-${first?.article.id}`);
    };
    const texts = [0, 1, 2, 3].map((at) => linesOf(1, at));
    const received = await Promise.all(texts.map((text) => jobs.receive(streamOf(text), NDJSON)));
    const ids = received.map(({ job }) => job.id).toSorted();
    await jobs.wait(ids.at(-1) ?? '', 30_000);
    expect(seen).toHaveLength(8);
    for (let at = 0; at < 8; at += 2) expect(seen[at]?.slice(1)).toBe(seen[at + 1]?.slice(1));
    const begun = jobs.list({ limit: 9 }).jobs.map(({ startedAt }) => startedAt ?? '');
    expect(begun).toEqual(begun.toSorted().toReversed());
  });

  it('lists the newest first, page by page', async () => {
    const ids = [await upload(1), await upload(1), await upload(1)].toReversed();
    const first = jobs.list({ limit: 2 });
    expect(first.jobs.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    const second = jobs.list({ limit: 2, after: first.next });
    expect(second.jobs.map(({ id }) => id)).toEqual(ids.slice(2));
    expect(second.next).toBeUndefined();
  });

  it('knows nothing of what is not there', async () => {
    const all = [jobs.get('x'), jobs.cancel('x'), jobs.wait('x', 1)];
    expect(await Promise.all(all)).toEqual([undefined, undefined, undefined]);
    expect(jobs.events('x')).toBeUndefined();
  });

  it('waits no longer than asked', async () => {
    const { open, full } = holdAfter(0);
    const id = await upload(1);
    await full;
    expect(await jobs.wait(id, 1)).toMatchObject({ status: 'running' });
    open();
    expect(await jobs.wait(id, 30_000)).toMatchObject({ status: 'succeeded' });
  });

  it('forgets jobs a week after their end, and their keys', async () => {
    await jobs.close();
    let now = Date.UTC(2026, 0, 1);
    jobs = place.open({ now: () => now });
    const options = { ...NDJSON, idempotencyKey: 'k' };
    const { job } = await jobs.receive(streamOf('{"title":"bir"}'), options);
    await jobs.wait(job.id, 30_000);
    now += 7 * 24 * 3600 * 1000;
    await runUpload(jobs, '{"title":"bir"}', NDJSON);
    expect(jobs.list({ limit: 9 }).jobs).toHaveLength(2);
    now += 1;
    await runUpload(jobs, '{"title":"bir"}', NDJSON);
    expect(await jobs.get(job.id)).toBeUndefined();
    expect(await jobs.receive(streamOf('other'), options)).toMatchObject({ repeated: false });
  });
});

describe('deletion', () => {
  beforeEach(async () => {
    await runUpload(jobs, linesOf(1200), NDJSON);
  });

  it('of ids counts those that were there', async () => {
    const ids = [...Array(700).keys()].map((id) => `${id}`).concat('absent');
    const { job } = await jobs.enqueue({ kind: 'documents.delete', documents: { ids } });
    expect(await jobs.wait(job.id, 30_000)).toMatchObject({
      status: 'succeeded',
      result: { deleted: 700 },
      progress: { unit: 'documents', done: 701, total: 701 },
    });
    expect(place.engine.documents.size).toBe(500);
  });

  it('of what a filter matches gives the filter as it was asked, also after a restart', async () => {
    const where = {
      all: [
        { any: [{ attribute: 'topic', in: ['idman'] } as const] },
        { not: { exists: 'date' } as const },
        { from: 5 },
      ],
    };
    await jobs.close();
    const asked: unknown[] = [];
    jobs = place.open({
      // eslint-disable-next-line @typescript-eslint/require-await
      idsMatching: async function* (filter) {
        asked.push(filter);
        yield ['1', '2'];
        yield ['3'];
      },
    });
    const { job } = await jobs.enqueue({ kind: 'documents.delete', documents: { where } });
    expect(await jobs.wait(job.id, 30_000)).toMatchObject({ result: { deleted: 3 } });
    expect(asked).toEqual([where]);
  });
});

describe('work on the whole index', () => {
  it('tells how far it is', async () => {
    await runUpload(jobs, linesOf(3), NDJSON);
    const { job } = await jobs.enqueue({ kind: 'reindex' });
    expect(await jobs.wait(job.id, 30_000)).toMatchObject({
      status: 'succeeded',
      result: { reindexed: 3 },
      progress: { done: 3, total: 3, unit: 'documents' },
    });
  });

  it('rolls back where the engine can', async () => {
    const report = { builtAt: '2026-01-01T00:00:00Z', updated: 2, removed: 1 };
    place.engine.rollback = () => Promise.resolve(report);
    const { job } = await jobs.enqueue({ kind: 'rollback' }, { by: 'me' });
    const done = await jobs.wait(job.id, 30_000);
    expect(done).toMatchObject({ status: 'succeeded', result: report, by: 'me' });
  });

  it('stops when it is canceled', async () => {
    place.engine.rebuild = (_, signal) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new Error('stopped')));
      });
    const { job } = await jobs.enqueue({ kind: 'reindex' });
    await untilRunning(job.id);
    await jobs.cancel(job.id);
    expect(await jobs.wait(job.id, 30_000)).toMatchObject({ status: 'canceled' });
  });
});

async function untilRunning(id: string): Promise<void> {
  for await (const { job } of jobs.events(id) ?? []) if (job.status === 'running') return;
}

describe('cancel', () => {
  it('ends a queued job at once, for good', async () => {
    const { full, open } = holdAfter(0);
    const [first, second] = [await upload(1), await upload(2)];
    await full;
    expect(await jobs.cancel(second)).toMatchObject({ status: 'canceled' });
    expect(place.files()).toEqual([`${first}.body`, `${first}.json`, `${second}.json`]);
    open();
    await jobs.wait(first, 30_000);
    expect(place.engine.documents.size).toBe(1);
    await jobs.close();
    jobs = place.open();
    expect(await statusOf(second)).toBe('canceled');
  });

  it('stops a running job between two batches and says what stays', async () => {
    const { full, open } = holdAfter(1);
    const id = await upload(2000);
    await full;
    expect(await jobs.cancel(id)).toMatchObject({ status: 'running' });
    open();
    const job = await jobs.wait(id, 30_000);
    expect(job?.status).toBe('canceled');
    expect(job?.result?.indexed).toBe(place.engine.documents.size);
    expect(place.engine.documents.size).toBeLessThan(2000);
    expect(place.engine.documents.size).toBeGreaterThan(0);
  });

  it('changes nothing that has ended', async () => {
    const id = await upload(1);
    await jobs.wait(id, 30_000);
    expect(await jobs.cancel(id)).toMatchObject({ status: 'succeeded' });
  });
});

describe('close', () => {
  it('lets a batch end; the next start begins anew with what was left', async () => {
    const { full, open } = holdAfter(1);
    const [first, second] = [await upload(2000), await upload(1)];
    await full;
    const closed = jobs.close();
    open();
    await closed;
    const kept = place.engine.documents.size;
    expect(kept).toBeLessThan(2000);
    place.engine.beforeUpsert = () => undefined;
    jobs = place.open();
    expect(jobs.list({ limit: 9 }).jobs.map(({ id }) => id)).toEqual([second, first]);
    await jobs.wait(second, 30_000);
    expect(await jobs.get(first)).toMatchObject({
      status: 'succeeded',
      result: { indexed: 2000, skipped: 0 },
    });
  });

  it('does not wait for a batch that does not end', async () => {
    const { full } = holdAfter(0);
    const id = await upload(1);
    await full;
    await jobs.close();
    place.engine.beforeUpsert = () => undefined;
    jobs = place.open();
    expect(await jobs.wait(id, 30_000)).toMatchObject({ status: 'succeeded' });
  });

  it('ends events and waits', async () => {
    const { full, open } = holdAfter(0);
    const id = await upload(1);
    await full;
    const reader = collect(id);
    const waiting = jobs.wait(id, 1e6);
    open();
    await jobs.close();
    await expect(Promise.all([reader, waiting])).resolves.toBeDefined();
  });
});

async function collect(id: string): Promise<JobEvent[]> {
  const events: JobEvent[] = [];
  for await (const event of jobs.events(id) ?? []) events.push(JobEvent.parse(event));
  return events;
}

describe('events', () => {
  const states = (events: JobEvent[]): JobStatus[] =>
    events.filter(({ type }) => type === 'state').map(({ job }) => job.status);

  it('tell every listener each state, and end with the job', async () => {
    const { full, open } = holdAfter(0);
    const first = await upload(1);
    await full;
    const id = await upload(1000);
    const readers = [collect(id), collect(id)];
    open();
    for (const events of await Promise.all(readers)) {
      expect(states(events)).toEqual(['queued', 'running', 'succeeded']);
    }
    expect(states(await collect(first))).toEqual(['succeeded']);
  });

  it('tell progress now and then, the newest only', async () => {
    let batches = 0;
    place.engine.beforeUpsert = async () => {
      batches += 1;
      await sleep(100);
    };
    const events = await collect(await upload(3000));
    const progress = events.filter(({ type }) => type === 'progress');
    expect(progress.length).toBeGreaterThan(0);
    expect(progress.length).toBeLessThan(batches);
    const done = progress.map(({ job }) => job.progress.done);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    const { total, rate, secondsLeft } = progress[0]?.job.progress ?? {};
    expect([total, rate, secondsLeft].every((value) => value !== undefined)).toBe(true);
  });

  it('end for a listener that leaves while nothing happens', async () => {
    const { full, open } = holdAfter(0);
    const id = await upload(1);
    await full;
    const reader = jobs.events(id)?.[Symbol.asyncIterator]();
    expect(await reader?.next()).toMatchObject({ done: false });
    const next = reader?.next();
    await reader?.return?.();
    expect(await next).toMatchObject({ done: true });
    open();
  });
});

it('describes itself for an API document', () => {
  const parts = Object.keys(z.toJSONSchema(Job).$defs ?? {});
  expect(parts.toSorted()).toEqual(
    ['Job', 'JobKind', 'JobProblem', 'JobProgress', 'JobResult', 'JobStatus'].toSorted(),
  );
});
