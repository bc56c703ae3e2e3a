/** What is wrong, one by one: faces that speak other languages say it in their own words. */
export type FindingReason =
  | 'no-word'
  | 'stop-words-only'
  | 'repeated'
  | 'adds-nothing'
  | 'same-stems'
  | 'same-sound'
  | 'holds-head'
  | 'taken-for-inflection'
  | 'shared-head'
  | 'reversed'
  | 'bridge'
  | 'switched-off'
  | 'leads-back'
  | 'in-several-groups';

/** Something about the groups of a lexicon that an editor should look at. */
export interface Finding {
  /**
   * - `useless`: a phrase by which search finds nothing more;
   * - `clashing`: groups that contradict or are taken for one another;
   * - `cyclic`: one-way groups that lead back;
   * - `chained`: mutual groups with a phrase in common.
   */
  readonly kind: 'useless' | 'clashing' | 'cyclic' | 'chained';
  /** A warning may be meant so; an error is a mistake. */
  readonly severity: 'error' | 'warning';
  readonly reason: FindingReason;
  /** Ids of the groups that it is about, never none. */
  readonly groups: readonly string[];
  /** The phrases of theirs that it is about, as they stand in the file. */
  readonly phrases: readonly string[];
  /** One line for editors: file, groups, what is wrong, what to do. */
  readonly message: string;
}

/** A finding before its groups are named. */
export interface Problem extends Omit<Finding, 'message'> {
  readonly problem: string;
}
