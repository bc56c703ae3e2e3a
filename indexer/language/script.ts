import { isWithinTable } from './letter-table.js';

/** The script of a word or a text: ISO 15924, `mixed` for a text whose words differ. */
export type Script = 'Latn' | 'Cyrl' | 'Arab';
export type TextScript = Script | 'mixed';

const CYRILLIC = /\p{sc=Cyrl}/u;
const ARABIC = /\p{sc=Arab}/u;

/**
 * The script of one word; Latin unless a letter says otherwise.
 *
 * @example scriptOf('токаев') // 'Cyrl'
 */
export function scriptOf(word: string): Script {
  if (isWithinTable(word)) return 'Latn';
  if (CYRILLIC.test(word)) return 'Cyrl';
  return ARABIC.test(word) ? 'Arab' : 'Latn';
}

/**
 * The script of a text, from the scripts of its words that hold a letter.
 *
 * @example scriptOfText(['Latn', 'Cyrl']) // 'mixed'
 */
export function scriptOfText(scripts: Iterable<Script>): TextScript {
  let found: Script | undefined;
  for (const script of scripts) {
    if (found !== undefined && script !== found) return 'mixed';
    found = script;
  }
  return found ?? 'Latn';
}
