import type { FacetName } from '../../indexer/engine.js';
import type { JobCounts } from '../../indexer/job.js';
import type { Connection } from '../../src/engines/meilisearch/client.js';

export const ENGINES = ['embedded', 'meilisearch', 'plain'] as const;
export type EngineName = (typeof ENGINES)[number];

/** What is asked of every engine in the same words. */
export interface Question {
  readonly q: string;
  readonly page?: number;
  readonly hitsPerPage?: number;
  /** First day that counts. */
  readonly from?: string;
  readonly facets?: readonly FacetName[];
  readonly highlight?: boolean;
}

export interface Found {
  readonly id: string;
  readonly title: string;
  /** The weakest layer that was needed, where the engine tells. */
  readonly layer?: string;
}

export interface Answered {
  readonly hits: readonly Found[];
  readonly total: number;
  readonly facets: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Per query word, the folded words that it may have been meant for, likeliest first. */
  readonly readings?: readonly (readonly string[])[];
}

/** An engine on an index of its own, asked as readers ask it. */
export interface Asker {
  index(paths: readonly string[]): Promise<JobCounts>;
  ask(question: Question): Promise<Answered>;
  close(): Promise<void>;
}

/** Where an index lies: in a folder, or under a name on a server. */
export interface Place {
  readonly dataDir: string;
  readonly index: string;
  readonly server?: Connection;
}

/** A way of searching that is measured beside others. */
export interface Contender {
  readonly name: string;
  readonly needsServer: boolean;
  open(place: Place): Asker;
}

/** What one contender came to. */
export interface Outcome<Result> {
  readonly name: string;
  readonly result: Result;
}

/** Does the same work with every contender in turn, each on a fresh index of the same files. */
export type EachContender = <Result>(
  paths: readonly string[],
  work: (asker: Asker) => Promise<Result>,
) => Promise<Outcome<Result>[]>;
