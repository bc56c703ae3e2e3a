import type { Analyzer } from '../../../indexer/language/analyzer.js';
import type { Entry } from './entries.js';
import type { Suggestion } from './response.js';
import type { TypedWord } from './typed.js';
import { markTyped } from './mark.js';

/** An entry as an answer shows it, with what was typed marked in it. */
export function presentEntry(
  { kind, text, id, count }: Entry,
  typed: readonly TypedWord[],
  analyzer: Analyzer,
): Suggestion {
  return {
    kind,
    text,
    html: markTyped(text, typed, analyzer),
    ...(id === undefined ? {} : { id }),
    ...(count === undefined ? {} : { count }),
  };
}
