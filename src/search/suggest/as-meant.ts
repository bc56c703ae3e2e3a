import type { Analyzer } from '../../../indexer/language/analyzer.js';
import { keyboardReadings, type KeyboardReading } from '../../../indexer/language/keyboard.js';
import { readTyped, type OpenWords, type TypedWord } from './typed.js';

/** What was found for one reading of what was typed. */
export interface FoundAsMeant<Found> {
  readonly typed: readonly TypedWord[];
  readonly found: readonly Found[];
  /** Set where nothing was found as typed. */
  readonly layout?: KeyboardReading;
}

/** Finds what was typed, or else what the same keys would have typed on another keyboard. */
export function findAsMeant<Found>(
  q: string,
  analyzer: Analyzer,
  find: (typed: readonly TypedWord[]) => readonly Found[],
  open: OpenWords = 'last',
): FoundAsMeant<Found> {
  const typed = readTyped(q, analyzer, open);
  const found = find(typed);
  // Signs alone ask for nothing, though on another keyboard some of them are letters.
  if (found.length > 0 || typed.length === 0) return { typed, found };
  for (const layout of keyboardReadings(q)) {
    const other = readTyped(layout.text, analyzer, open);
    const others = find(other);
    if (other.length > 0 && others.length > 0) return { typed: other, found: others, layout };
  }
  return { typed, found };
}
