import type { Finding } from '../../indexer/lexicon/check.js';
import type { Lexicon, SynonymGroup } from '../../indexer/lexicon/lexicon.js';
import type { ChangeChecker } from './check-change.js';
import { WordsRefusedError } from './error.js';
import { changed } from './overlay.js';
import { MOST_NOTE_CHARACTERS, type WordsChange, type WordsVersion } from './record.js';
import { restored } from './restore.js';
import type { WordsStore } from './store.js';

/** Who saves, and why. */
export type SavedBy = Pick<WordsVersion, 'by' | 'note'>;

export interface Saved {
  /** Absent when the change made no difference. */
  readonly version?: WordsVersion;
  readonly warnings: readonly Finding[];
}

/** Saves what passes the checks. Throws z.ZodError, WordsRefusedError, WordsError; then nothing is saved. */
export interface WordsCommit {
  save(change: WordsChange, by: SavedBy): Saved;
  undo(version: number, by: SavedBy): Saved;
}

interface Made {
  readonly groups: readonly SynonymGroup[];
  readonly restores?: number;
}

export function createCommit(
  store: WordsStore,
  { check }: ChangeChecker,
  shipped: Lexicon,
): WordsCommit {
  function commit(make: (groups: readonly SynonymGroup[]) => Made, { by, note }: SavedBy): Saved {
    let warnings: readonly Finding[] = [];
    const version = store.commit(({ groups: before }) => {
      const made = make(before);
      warnings = refuseErrors(check(before, made.groups));
      return {
        ...made,
        ...(by === undefined ? {} : { by }),
        ...(note === undefined ? {} : { note: note.slice(0, MOST_NOTE_CHARACTERS) }),
      };
    });
    return { ...(version ? { version } : {}), warnings };
  }

  return {
    save: (change, by) =>
      commit((groups) => ({ groups: changed(shipped.synonyms, groups, change) }), by),
    undo: (version, by) =>
      commit(
        (groups) => ({ groups: restored(groups, store.history(), version), restores: version }),
        by,
      ),
  };
}

function refuseErrors(findings: readonly Finding[]): readonly Finding[] {
  if (findings.some(({ severity }) => severity === 'error')) throw new WordsRefusedError(findings);
  return findings;
}
