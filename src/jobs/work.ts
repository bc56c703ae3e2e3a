import type { DocumentMaker } from '../../indexer/document.js';
import { EngineError, type SearchEngine } from '../../indexer/engine.js';
import type { Filter } from '../../indexer/filter.js';
import type { RecordToArticle } from '../../indexer/sources/source.js';
import type { JobProblem, JobResult } from './job.js';

/** What jobs work on. */
export interface WorkDeps {
  readonly engine: Pick<
    SearchEngine,
    'capabilities' | 'upsert' | 'remove' | 'rebuild' | 'rollback'
  >;
  readonly toArticle: RecordToArticle;
  readonly toDocument: DocumentMaker;
  /** Ids of the documents that a filter matches, page by page; they may be removed meanwhile. */
  readonly idsMatching: (filter: Filter) => AsyncIterable<readonly string[]>;
}

/** How a job says what it does, and learns that it should stop. */
export interface WorkContext {
  readonly signal: AbortSignal;
  /** What the job was given to read. */
  readonly body: { readonly path: string; readonly bytes: number };
  /** How far it is, in the unit of its kind. */
  progress(done: number, total?: number): void;
  /** What it has done so far. */
  result(result: JobResult): void;
  problem(problem: JobProblem): void;
}

/** `stopped` says that the signal has cut the work short. */
export type Outcome = 'done' | 'stopped' | { readonly failure: JobProblem };

/** What may be told of a failure; undefined for one that nobody expected. */
export function describeFailure(error: unknown): JobProblem | undefined {
  return error instanceof EngineError ? { message: error.message } : undefined;
}
