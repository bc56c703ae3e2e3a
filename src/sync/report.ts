import { z } from 'zod';

/** An address with what is the matter with it. */
export const Failure = z.object({ address: z.string(), reason: z.string() });
export type Failure = z.infer<typeof Failure>;

/**
 * How a run of a source ended: `stopped` was asked to, `failed` could not go on, `busy` found that
 * the source was being read already and did nothing.
 */
export const OUTCOMES = ['done', 'stopped', 'failed', 'busy'] as const;

/** What one run did with one source. Lists hold the first of them; counts count all. */
export const SourceReport = z.object({
  source: z.string(),
  /** RFC 3339. */
  startedAt: z.string(),
  milliseconds: z.number(),
  outcome: z.enum(OUTCOMES),
  added: z.number(),
  changed: z.number(),
  removed: z.number(),
  /** Listed, and as they were. */
  unchanged: z.number(),
  failed: z.number(),
  failures: z.array(Failure),
  /** Gone as it seems, and too many to believe it: nothing was removed. */
  removalsRefused: z.string().optional(),
  /** Articles that another source has brought already. */
  duplicates: z.array(z.object({ address: z.string(), id: z.string(), of: z.string() })),
  /** New articles that tell what others in the index tell. */
  sameStory: z.array(z.object({ id: z.string(), others: z.array(z.string()) })),
  /** Of a dry run: what would have been done. */
  wouldDo: z
    .array(
      z.object({
        what: z.enum(['add', 'change', 'remove']),
        id: z.string(),
        title: z.string(),
        address: z.string(),
      }),
    )
    .optional(),
});
export type SourceReport = z.infer<typeof SourceReport>;
export type PlannedChange = NonNullable<SourceReport['wouldDo']>[number];

/** What a run did. */
export interface RunReport {
  readonly sources: readonly SourceReport[];
}

/** A list in a report is for people: beyond so many the counts must do. */
export const MOST_TOLD = 100;

/** Counts and lists of a run under way. */
export interface Tally {
  readonly counts: Record<'added' | 'changed' | 'removed' | 'unchanged' | 'failed', number>;
  readonly failures: Failure[];
  readonly duplicates: SourceReport['duplicates'];
  readonly wouldDo: PlannedChange[];
  fail(address: string, reason: string): void;
}

export function createTally(): Tally {
  const counts = { added: 0, changed: 0, removed: 0, unchanged: 0, failed: 0 };
  const failures: Failure[] = [];
  return {
    counts,
    failures,
    duplicates: [],
    wouldDo: [],
    fail: (address, reason) => {
      counts.failed++;
      if (failures.length < MOST_TOLD) failures.push({ address, reason });
    },
  };
}
