import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packageRoot } from '../../indexer/config.js';
import { composeIndexing } from '../../src/compose.js';
import { createEmbeddedEngine } from '../../src/engines/embedded/engine.js';
import { JobsUnavailableError } from '../../src/jobs/errors.js';
import { openJobs, type Jobs } from '../../src/jobs/jobs.js';
import { collect } from '../contract/test-index.js';
import { makePlace, NDJSON, streamOf } from './place.js';

const WORKER = join(packageRoot(), 'tests/jobs/children/worker.mjs');
const LONGEST_WAIT_MS = 120;
const { toArticle, toDocument } = composeIndexing();

let parent = '';
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'axtar-jobs-'));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

/** What a child has acknowledged (`[number of the upload, id of the job]`) before it was killed. */
async function runAndKill(
  first: number,
  acknowledgements: number,
  moment?: string,
): Promise<[number, string][]> {
  const parameters = [WORKER, parent, String(first), ...(moment === undefined ? [] : [moment])];
  const child = spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'close');
  const seen: [number, string][] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const [number = '', id = ''] = line.split(' ');
    seen.push([Number(number), id]);
    if (moment !== undefined || seen.length !== acknowledgements) continue;
    await sleep(Math.random() * LONGEST_WAIT_MS);
    child.kill('SIGKILL');
  }
  expect(await gone).toEqual([null, 'SIGKILL']);
  return seen;
}

/** Opens the folder anew, as the next process does, until all of its jobs have ended. */
async function workOff<Result>(look: (jobs: Jobs, ids: Set<string>) => Promise<Result>) {
  const engine = createEmbeddedEngine({ folder: join(parent, 'index'), threads: 1 });
  const jobs = openJobs({
    ...{ folder: join(parent, 'jobs'), engine, toArticle, toDocument },
    idsMatching: () => streamOfNothing,
  });
  try {
    for (const { id } of jobs.list({ limit: 1000 }).jobs) await jobs.wait(id, 50_000);
    return await look(jobs, new Set((await collect(engine.articles())).map(({ id }) => id)));
  } finally {
    await jobs.close();
    await engine.close();
  }
}

const streamOfNothing = {
  [Symbol.asyncIterator]: () => ({
    next: () => Promise.resolve({ done: true, value: [] }) as never,
  }),
};

const left = () => readdirSync(join(parent, 'jobs')).filter((name) => !/^queue\.lock/.test(name));

describe('after kill -9', () => {
  it('every upload that was acknowledged is indexed, time after time', async () => {
    const acknowledged: [number, string][] = [];
    for (const count of [1, 2, 5]) {
      const next = Math.max(-1, ...acknowledged.map(([number]) => number)) + 1;
      acknowledged.push(...(await runAndKill(next, count)));
    }
    await workOff(async (jobs, ids) => {
      for (const [number, id] of acknowledged) {
        const job = await jobs.get(id);
        expect(job).toMatchObject({ status: 'succeeded', result: { indexed: 700, skipped: 0 } });
        for (const at of [0, 350, 699]) expect(ids).toContain(`${number}-${at}`);
      }
      expect(left()).toEqual(
        jobs
          .list({ limit: 1000 })
          .jobs.map(({ id }) => `${id}.json`)
          .toReversed(),
      );
    });
  });

  it.each([
    ['in the middle of an upload', 0, undefined],
    ['when it is acknowledged', 1, 'succeeded'],
    ['in the second batch', 1, 'succeeded'],
    ['after the last batch', 1, 'succeeded'],
    ['when it was canceled', 1, 'canceled'],
  ])('%s, %i jobs are known', async (moment, count, status) => {
    await runAndKill(0, count, moment);
    await workOff(async (jobs, ids) => {
      const known = jobs.list({ limit: 9 }).jobs;
      expect(known).toHaveLength(count);
      expect(known[0]?.status).toBe(status);
      if (status === 'succeeded') expect(ids.size).toBe(700);
      expect(left()).toEqual(known.map(({ id }) => `${id}.json`));
      const again = { ...NDJSON, idempotencyKey: '0' };
      if (count === 0) {
        expect(await jobs.receive(streamOf(''), again)).toMatchObject({ repeated: false });
      } else {
        await expect(jobs.receive(streamOf(''), again)).rejects.toThrow(known[0]?.id);
      }
    });
  });
});

describe('a folder of jobs', () => {
  it('is worked by one process at a time', async () => {
    const place = makePlace();
    const first = place.open();
    const second = place.open();
    const upload = (jobs: Jobs) => jobs.receive(streamOf('{"title":"bir"}'), NDJSON);
    const { job } = await upload(first);
    await expect(upload(second)).rejects.toThrow(JobsUnavailableError);
    await first.close();
    await expect.poll(() => known(second), { timeout: 30_000 }).toEqual([job.id]);
    await place.close();
  });

  it('is cleared of what a killed process has left, and of nothing else', async () => {
    const place = makePlace();
    const jobs = place.open();
    const { job } = await jobs.receive(streamOf('{"title":"bir"}'), NDJSON);
    await jobs.wait(job.id, 30_000);
    await jobs.close();
    const record = `${job.id}.json`;
    for (const name of [
      'x.part',
      'x.json.tmp',
      'x.body',
      `${job.id}.body`,
      'bad.json',
      'bad.body',
    ]) {
      writeFileSync(join(place.folder, name), '{}');
    }
    expect(known(place.open())).toEqual([job.id]);
    expect(place.files()).toEqual([record, 'bad.body', 'bad.json'].toSorted());
    expect(place.notices.join()).toMatch(/bad\.json is no job/);
    await place.close();
  });

  it('that cannot be used takes no jobs, and says why', async () => {
    const place = makePlace();
    writeFileSync(place.folder, '');
    const jobs = place.open();
    expect(() => jobs.list({ limit: 1 })).toThrow(/Cannot keep jobs in .*EEXIST/);
    expect(place.notices).toHaveLength(1);
    rmSync(place.folder);
    await expect.poll(() => known(jobs), { timeout: 30_000 }).toEqual([]);
    await place.close();
  });
});

/** Ids of the jobs, or why there are none. */
function known(jobs: Jobs): unknown {
  try {
    return jobs.list({ limit: 9 }).jobs.map(({ id }) => id);
  } catch (error) {
    return error;
  }
}
