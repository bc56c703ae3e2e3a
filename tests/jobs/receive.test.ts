import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { packageRoot } from '../../indexer/config.js';
import {
  IdempotencyKeyError,
  IdempotencyMismatchError,
  JobsStorageError,
  JobsUnavailableError,
  JobUnsupportedError,
  UploadAbortedError,
  UploadTooLargeError,
} from '../../src/jobs/errors.js';
import type { Jobs } from '../../src/jobs/jobs.js';
import { gate, JSON_ARRAY, linesOf, makePlace, NDJSON, streamOf, type Place } from './place.js';

let place: Place;
let jobs: Jobs;
beforeEach(() => {
  place = makePlace();
  jobs = place.open();
});
afterEach(() => place.close());

/** Nothing runs until `open`, so that what is on disk can be looked at. */
function holdEngine() {
  const { passed, open } = gate();
  place.engine.beforeUpsert = () => passed;
  return open;
}

const upload = (text: string, idempotencyKey?: string, by?: string) =>
  jobs.receive(streamOf(text), { ...NDJSON, idempotencyKey, by });

describe('receive', () => {
  it('acknowledges what is on disk', async () => {
    const open = holdEngine();
    const { job, repeated } = await upload(linesOf(3), undefined, 'key-1');
    expect(job).toMatchObject({ kind: 'documents.add', by: 'key-1' });
    expect(repeated).toBe(false);
    const files = [`${job.id}.body`, `${job.id}.json`];
    expect(place.files()).toEqual(expect.arrayContaining(files));
    open();
  });

  it('refuses an upload above the limit, and leaves the stream to its owner', async () => {
    const text = linesOf(20);
    const exact = { ...NDJSON, limitBytes: Buffer.byteLength(text) };
    const stream = Readable.from(streamOf(text));
    const refused = jobs.receive(stream, { ...exact, limitBytes: exact.limitBytes - 1 });
    await expect(refused).rejects.toThrow(UploadTooLargeError);
    expect(stream.destroyed).toBe(false);
    expect(place.files()).toEqual([]);
    const { job } = await jobs.receive(streamOf(text), exact);
    expect(await jobs.wait(job.id, 30_000)).toMatchObject({ status: 'succeeded' });
  });

  it('keeps nothing of an upload that breaks off', async () => {
    const broken = async function* () {
      yield* streamOf(linesOf(5));
      throw new Error('aborted');
    };
    await expect(jobs.receive(broken(), NDJSON)).rejects.toThrow(UploadAbortedError);
    expect(place.files()).toEqual([]);
    expect(jobs.list({ limit: 10 }).jobs).toEqual([]);
  });

  it('takes no more from the sender than it has written', async () => {
    let [asked, most] = [0, 0];
    const endless = async function* () {
      for (;;) {
        asked += 1;
        yield Buffer.alloc(1000, 0x20);
        asked -= 1;
        most = Math.max(most, asked);
        await Promise.resolve();
      }
    };
    const limited = { ...NDJSON, limitBytes: 100_000 };
    await expect(jobs.receive(endless(), limited)).rejects.toThrow(UploadTooLargeError);
    expect(most).toBe(0);
  });

  it.each([
    ['gone', () => undefined],
    ['a file', () => writeFileSync(place.folder, '')],
  ])('acknowledges nothing when the folder is %s', async (_, replace) => {
    rmSync(place.folder, { recursive: true });
    replace();
    await expect(upload(linesOf(2))).rejects.toThrow(JobsStorageError);
    await expect(jobs.enqueue({ kind: 'reindex' })).rejects.toThrow(/Cannot write .*folder/);
    expect(jobs.list({ limit: 10 }).jobs).toEqual([]);
  });

  it('acknowledges nothing that the disk has no room for', async () => {
    const script = join(packageRoot(), 'tests/jobs/children/full.mjs');
    const limited = 'ulimit -f 300 && exec "$0" "$@"';
    const parameters = ['-c', limited, process.execPath, script, place.folder];
    await jobs.close();
    const { stdout } = await promisify(execFile)('sh', parameters);
    const said = z.record(z.string(), z.unknown()).parse(JSON.parse(stdout));
    expect(said).toMatchObject({ files: [], jobs: [] });
    expect(said['outcome']).toMatch(/^JobsStorageError: Cannot write .*EFBIG.*Free some space/);
  });

  it('takes no job that the engine cannot do', async () => {
    await expect(jobs.enqueue({ kind: 'rollback' })).rejects.toThrow(JobUnsupportedError);
  });

  it('takes nothing once it closes, and keeps nothing half', async () => {
    const { passed, open } = gate();
    const slow = async function* () {
      yield* streamOf(linesOf(1));
      await passed;
      yield* streamOf(linesOf(1));
    };
    const received = jobs.receive(slow(), NDJSON);
    await jobs.close();
    open();
    await expect(received).rejects.toThrow(JobsUnavailableError);
    await expect(upload('')).rejects.toThrow(JobsUnavailableError);
    expect(place.files()).toEqual([]);
  });
});

describe('an idempotency key', () => {
  it.each(['', 'x'.repeat(256), 'a b', 'açar', 'a\n'])('of the form %j is refused', async (key) => {
    await expect(upload('', key)).rejects.toThrow(IdempotencyKeyError);
    expect(place.files()).toEqual([]);
  });

  it('gives the first job again: queued, running, ended, and after a restart', async () => {
    const open = holdEngine();
    const first = await upload(linesOf(2), 'k');
    const again = await upload(linesOf(2), 'k');
    expect([again.job.id, again.repeated]).toEqual([first.job.id, true]);
    open();
    await jobs.wait(first.job.id, 30_000);
    const later = await upload(linesOf(2), 'k');
    expect(later.job).toMatchObject({ id: first.job.id, status: 'succeeded' });
    await jobs.close();
    jobs = place.open();
    expect(await upload(linesOf(2), 'k')).toMatchObject({ repeated: true, job: later.job });
    expect(place.files()).toEqual([`${first.job.id}.json`]);
  });

  it('is refused for something else: other bytes, format, kind', async () => {
    const { job } = await upload(linesOf(2), 'k');
    const others = [
      () => upload(linesOf(3), 'k'),
      () => jobs.receive(streamOf(linesOf(2)), { ...JSON_ARRAY, idempotencyKey: 'k' }),
      () => jobs.enqueue({ kind: 'reindex' }, { idempotencyKey: 'k' }),
    ];
    for (const other of others) {
      await expect(other()).rejects.toThrow(IdempotencyMismatchError);
      await expect(other()).rejects.toThrow(job.id);
    }
    expect(jobs.list({ limit: 10 }).jobs).toHaveLength(1);
  });

  it('is another one for another asker', async () => {
    const [a, b] = [await upload('7', 'k', 'a'), await upload('8', 'k', 'b')];
    expect(b).toMatchObject({ repeated: false });
    expect(b.job.id).not.toBe(a.job.id);
  });

  it('makes one job of requests at the same moment', async () => {
    const received = await Promise.all([1, 2, 3, 4].map(() => upload(linesOf(2), 'k')));
    expect(new Set(received.map(({ job }) => job.id)).size).toBe(1);
    expect(received.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(jobs.list({ limit: 10 }).jobs).toHaveLength(1);
  });

  it('is free again when the job could not be kept', async () => {
    rmSync(place.folder, { recursive: true });
    const refused = await Promise.allSettled([1, 2].map(() => upload('7', 'k')));
    expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    mkdirSync(place.folder);
    expect(await upload('8', 'k')).toMatchObject({ repeated: false });
  });
});
