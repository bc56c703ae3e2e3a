import { join } from 'node:path';
import type { SynonymGroup } from '../../indexer/lexicon/lexicon.js';
import { openSharedFile } from '../shared-file.js';
import { WordsError } from './error.js';
import { editsBetween } from './overlay.js';
import { History, MOST_VERSIONS, NO_OVERLAY, Overlay, type WordsVersion } from './record.js';

/** The editors' own words in a folder, which processes may share. All throw WordsError. */
export interface WordsStore {
  /** As it is now: another object only when it has changed. */
  read(): Overlay;
  /** Newest first. */
  history(): readonly WordsVersion[];
  /**
   * Saves what `work` makes of the overlay, while nobody else does; undefined when that is the same.
   * What `work` throws is passed on, and nothing is saved.
   */
  commit(work: (overlay: Overlay) => Commit): WordsVersion | undefined;
}

export interface Commit extends Pick<WordsVersion, 'by' | 'note' | 'restores'> {
  readonly groups: readonly SynonymGroup[];
}

/**
 * Opens `words.json` and `history.json` of a folder, which need not be there yet. `now` gives
 * milliseconds since 1970.
 */
export function openWordsStore(folder: string, now: () => number = Date.now): WordsStore {
  const fail = (message: string, options?: ErrorOptions) => new WordsError(message, options);
  const overlay = openSharedFile({
    path: join(folder, 'words.json'),
    schema: Overlay,
    empty: NO_OVERLAY,
    fail,
  });
  const past = openSharedFile<History>({
    path: join(folder, 'history.json'),
    schema: History,
    empty: { version: 1, versions: [] },
    fail,
  });

  /** What was noted by a process that did not live to save it has never been. */
  const upTo = (number: number) =>
    past.read().versions.filter((version) => version.number <= number);

  return {
    read: overlay.read,
    history: () => upTo(overlay.read().number).toReversed(),
    commit: (work) =>
      overlay.change((before, write) => {
        const { groups, ...facts } = work(before);
        const edits = editsBetween(before.groups, groups);
        if (edits.length === 0) return undefined;
        const number = before.number + 1;
        const made = { number, at: new Date(now()).toISOString(), ...facts, edits };
        const versions = [...upTo(before.number), made].slice(-MOST_VERSIONS);
        past.change((_, note) => note({ version: 1, versions }));
        write({ version: 1, number, groups: [...groups] });
        return made;
      }),
  };
}
