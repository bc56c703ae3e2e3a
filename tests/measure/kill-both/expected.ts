import type { Note } from './log.js';

/** Stands for an article that is not there. */
export const ABSENT = 0;

/** What the logs promise. */
export interface Expected {
  /** The versions of which one must be found: more than one where a write was never answered. */
  readonly versions: ReadonlyMap<string, ReadonlySet<number>>;
  readonly sent: number;
  readonly acknowledged: number;
}

interface Begun {
  readonly ids: readonly string[];
  readonly version: number;
}

/** Reads from the log of one worker what its articles must be. */
export function expect(notes: readonly Note[]): Expected {
  const versions = new Map<string, Set<number>>();
  const begun = new Map<string, Begun>();
  let [sent, acknowledged] = [0, 0];

  function begin(lane: string, write: Begun): void {
    begun.set(lane, write);
    sent += 1;
    for (const id of write.ids) {
      versions.set(id, new Set([...(versions.get(id) ?? [ABSENT]), write.version]));
    }
  }

  function acknowledge(lane: string): void {
    acknowledged += 1;
    const { ids = [], version = ABSENT } = begun.get(lane) ?? {};
    for (const id of ids) versions.set(id, new Set([version]));
  }

  for (const note of notes) {
    if (note.what === 'begun') begin(note.lane, note);
    else if (note.what === 'acknowledged') acknowledge(note.lane);
  }
  return { versions, sent, acknowledged };
}
