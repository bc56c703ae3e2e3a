import { hasEnded, type JobResult, type JobStatus, type JobSummary } from '../../jobs/job.js';
import type { Language } from '../language.js';
import { RUNS_WORDS } from '../words/desk-runs.data.js';
import { sayBytes, sayDuration, sayNumber } from './format.js';

/** Kinds of jobs that the desk shows. */
export const RUN_KINDS = ['reindex', 'rollback', 'documents.add', 'documents.delete'] as const;
export type RunKind = (typeof RUN_KINDS)[number];

export const RUN_STATUSES = [
  'queued',
  'running',
  'succeeded',
  'failed',
  'canceled',
] as const satisfies readonly JobStatus[];

/** A job of one of these kinds, and who asked for it. */
export interface Run {
  readonly kind: RunKind;
  readonly job: JobSummary;
  /** The name of the key, and its id. */
  readonly who?: { readonly name: string; readonly id: string };
}

/** What a run is doing now: a key of the words. */
export function phaseOf({ kind, job }: Run): keyof (typeof RUNS_WORDS)['az']['phases'] {
  const { status, progress } = job;
  if (status === 'queued') return 'queued';
  if (progress.done === 0 && kind !== 'rollback') return 'preparing';
  return kind === 'reindex' && progress.done === progress.total ? 'switching' : kind;
}

/** @example sayProgress('en', run) // '40 / 96 articles · 800 a second · about 1 s left' */
export function sayProgress(lang: Language, { job: { progress } }: Run): string {
  const words = RUNS_WORDS[lang];
  const { done, total, unit, rate, secondsLeft } = progress;
  const say = (value: number) =>
    unit === 'bytes' ? sayBytes(lang, value) : sayNumber(lang, value);
  const reached = total === undefined ? say(done) : `${say(done)} / ${say(total)}`;
  return [
    unit === 'bytes' ? reached : words.documents(reached),
    ...(rate === undefined ? [] : [words.rate(say(Math.round(rate)))]),
    ...(secondsLeft === undefined ? [] : [words.left(sayDuration(lang, secondsLeft))]),
  ].join(' · ');
}

const COUNTS = ['indexed', 'reindexed', 'updated', 'deleted', 'removed', 'skipped'] as const;

/** @example sayResult('en', { indexed: 96, skipped: 2 }) // '96 written, 2 left out' */
export function sayResult(lang: Language, result: JobResult = {}): string {
  return COUNTS.flatMap((name) => {
    const count = result[name];
    const idle = count === 0 && name !== 'indexed' && name !== 'deleted';
    return count === undefined || idle
      ? []
      : [RUNS_WORDS[lang].result[name](sayNumber(lang, count))];
  }).join(', ');
}

/** How long a run took, or has taken so far; undefined before it begins. */
export function secondsOf(
  { job: { startedAt, finishedAt } }: Run,
  now: number,
): number | undefined {
  if (startedAt === undefined) return undefined;
  const end = finishedAt === undefined ? now : Date.parse(finishedAt);
  return Math.max(0, (end - Date.parse(startedAt)) / 1000);
}

const TONES: Readonly<Record<JobStatus, string>> = {
  queued: 'idle',
  running: 'wary',
  succeeded: 'good',
  failed: 'bad',
  canceled: 'idle',
};
export const toneOf = ({ job }: Run): string => TONES[job.status];

export const isOver = ({ job }: Run): boolean => hasEnded(job.status);
