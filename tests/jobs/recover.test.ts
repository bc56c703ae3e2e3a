import { describe, expect, it } from 'vitest';
import { createIds } from '../../src/jobs/ids.js';
import type { JobKind } from '../../src/jobs/job.js';
import { createMeter } from '../../src/jobs/meter.js';
import type { Entry } from '../../src/jobs/record.js';
import { recover } from '../../src/jobs/recover.js';
import type { Task } from '../../src/jobs/request.js';
import { outdated } from '../../src/jobs/retention.js';
import { begun, ended, enqueued } from '../../src/jobs/states.js';

const AT = '2026-01-01T00:00:00.000Z';
const NOW = Date.parse(AT);

const newJob = (id: string, kind: JobKind) =>
  enqueued(id, kind, { by: undefined, at: AT, total: 10 });

function running(task: Task, change: Partial<Entry> = {}): Entry {
  const job = begun(newJob('a', task.kind), AT);
  return { job, task, attempts: 1, cancelRequested: false, ...change };
}

describe('recover', () => {
  const reindex = { kind: 'reindex' } as const;

  it.each([
    ['is begun anew', running(reindex), 'queued'],
    ['after 19 attempts', running(reindex, { attempts: 19 }), 'queued'],
    ['after 20 attempts', running(reindex, { attempts: 20 }), 'failed'],
    ['that was canceled', running(reindex, { cancelRequested: true }), 'canceled'],
    ['that cannot be done twice', running({ kind: 'rollback' }), 'failed'],
  ])('a job %s', (_, entry, status) => {
    const end = recover([entry], AT);
    expect(entry.job.status).toBe(status);
    expect(end).toEqual(status === 'queued' ? [] : [entry]);
    expect(entry.job.startedAt === undefined).toBe(status === 'queued');
  });

  it('leaves alone what was not running', () => {
    const job = newJob('a', 'reindex');
    const entry = running(reindex, { job });
    expect(recover([entry], AT)).toEqual([]);
    expect(entry.job).toBe(job);
  });
});

it('keeps the newest thousand that ended, for a week, and all that have not', () => {
  const entries = Array.from({ length: 1500 }, (_, at) => {
    const job = newJob(`${at}`, 'reindex');
    const entry = running({ kind: 'reindex' }, { job });
    return at % 3 === 0 ? entry : { ...entry, job: ended(job, { status: 'succeeded' }, AT) };
  });
  expect(outdated(entries, NOW)).toEqual([]);
  const more = [...entries, ...entries.slice(0, 6)];
  expect(outdated(more, NOW)).toEqual(['1', '2', '4', '5']);
  const week = 7 * 24 * 3600 * 1000;
  expect(outdated(entries, NOW + week)).toEqual([]);
  expect(outdated(entries, NOW + week + 1)).toHaveLength(1000);
});

it('makes ids that sort in the order in which they were made, whatever the clock does', () => {
  let now = NOW;
  const makeId = createIds(undefined, () => now);
  const before = [makeId(), makeId()];
  now -= 1e9;
  const after = createIds(before.at(-1), () => now);
  const ids = [...before, after(), after()];
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(4);
});

it('never says that less is done than before', () => {
  const meter = createMeter('bytes');
  expect(meter(50, 100)).toMatchObject({ done: 50, total: 100, unit: 'bytes' });
  expect(meter(20, 100).done).toBe(50);
  expect(meter(100, 100).secondsLeft).toBe(0);
  expect(createMeter('documents')(5)).not.toHaveProperty('secondsLeft');
});
