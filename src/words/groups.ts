import type { GroupFiles } from '../../indexer/lexicon/check-files.js';
import type { SynonymGroup } from '../../indexer/lexicon/lexicon.js';
import { makePhraseKey } from '../../indexer/lexicon/lexicon.js';
import { overlaid } from './overlay.js';

/** A group as editors see it. */
export interface WordGroup {
  readonly group: SynonymGroup;
  /** Whether it stands in `config/` as it is, stands there otherwise, or not at all. */
  readonly origin: 'shipped' | 'changed' | 'added';
  /** File of `config/` that has it. */
  readonly file?: string;
  /** As `config/` has it, where it was changed. */
  readonly shipped?: SynonymGroup;
}

/** Which groups to list; all that is said must hold. */
export interface GroupFilter {
  /** A part of a phrase or of the id, in any case and without diacritics. */
  readonly text?: string;
  readonly origin?: WordGroup['origin'];
  readonly mode?: SynonymGroup['mode'];
  readonly file?: string;
}

/** The groups of `config/` and of an overlay, in the order in which search has them. */
export function listGroups(
  shipped: readonly SynonymGroup[],
  overlay: readonly SynonymGroup[],
  files: GroupFiles,
): WordGroup[] {
  const known = new Map(shipped.map((group) => [group.id, group]));
  return overlaid(shipped, overlay).map((group) => {
    const before = known.get(group.id);
    const file = files.get(group.id);
    return {
      group,
      origin: before === undefined ? 'added' : before === group ? 'shipped' : 'changed',
      ...(file === undefined ? {} : { file }),
      ...(before === undefined || before === group ? {} : { shipped: before }),
    };
  });
}

/** Whether a group is one of those asked for. */
export function createGroupTest({ text, origin, mode, file }: GroupFilter) {
  const sought = makePhraseKey(text ?? '');
  return (listed: WordGroup): boolean =>
    (origin === undefined || listed.origin === origin) &&
    (mode === undefined || listed.group.mode === mode) &&
    (file === undefined || listed.file === file) &&
    (sought === '' || keysOf(listed.group).some((key) => key.includes(sought)));
}

const keysOf = ({ id, head, members }: SynonymGroup): string[] =>
  [id, head, ...members].map(makePhraseKey);
