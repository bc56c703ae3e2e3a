import type { WordsChange, WordsVersion } from '../../../words/record.js';

/** The change that takes back what one version did; nothing for none. */
export const inverseOf = (version: Pick<WordsVersion, 'edits'> = { edits: [] }): WordsChange => ({
  set: version.edits.flatMap(({ before }) => (before ? [before] : [])),
  unset: version.edits.filter(({ before }) => !before).map(({ id }) => id),
});

/**
 * The newest version after one that has changed a group of its again: it must be taken back first.
 *
 * @param history newest first
 */
export function laterVersion(
  history: readonly WordsVersion[],
  { number, edits }: WordsVersion,
): number | undefined {
  const ids = new Set(edits.map(({ id }) => id));
  return history.find((other) => other.number > number && other.edits.some(({ id }) => ids.has(id)))
    ?.number;
}
