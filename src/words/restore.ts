import { z } from 'zod';
import type { SynonymGroup } from '../../indexer/lexicon/lexicon.js';
import { withoutEdits } from './overlay.js';
import type { WordsVersion } from './record.js';

/**
 * The overlay as it was after a version; after 0, as before the first.
 *
 * @param history newest first
 * @throws z.ZodError when the history does not reach so far
 */
export function restored(
  overlay: readonly SynonymGroup[],
  history: readonly WordsVersion[],
  number: number,
): readonly SynonymGroup[] {
  const oldest = (history.at(-1)?.number ?? 1) - 1;
  const newest = history[0]?.number ?? 0;
  if (!Number.isInteger(number) || number < oldest || number > newest) {
    const message = `expected a version from ${oldest} to ${newest}`;
    throw new z.ZodError([{ code: 'custom', path: ['version'], message, input: number }]);
  }
  const later = history.filter((version) => version.number > number).toReversed();
  return withoutEdits(
    overlay,
    later.flatMap(({ edits }) => edits),
  );
}
