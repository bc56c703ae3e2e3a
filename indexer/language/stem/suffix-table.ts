import { fold } from '../fold.js';
import { EVERY_CLASS, FOLDED, findClasses, isVowelAt, spellSuffix } from './harmony.js';
import type { Spelling, VowelClasses } from './harmony.js';
import type { Neighbour } from './suffixes.data.js';

/** What a table needs to know of an ending; rows may say more. */
export interface SuffixRow {
  readonly form: string;
  readonly after: Neighbour;
  readonly least: number;
}

/** An ending as it is spelt, with the classes of vowels that it may follow. */
export type Suffix<Row extends SuffixRow> = Row & {
  readonly surface: string;
  readonly classes: VowelClasses;
};

/** Endings by the UTF-16 code of their last letter, the longest first. */
export type SuffixTable<Row extends SuffixRow> = ReadonlyMap<number, readonly Suffix<Row>[]>;

/** Spells every row after every class of vowels. @example 'dA' -> da (after back vowels), də */
export function compileSuffixes<Row extends SuffixRow>(
  rows: readonly Row[],
  spelling: Spelling,
): SuffixTable<Row> {
  const table = new Map<number, Suffix<Row>[]>();
  for (const row of rows) {
    for (const [surface, classes] of spellRow(row.form, spelling)) {
      const last = surface.charCodeAt(surface.length - 1);
      table.set(last, [...(table.get(last) ?? []), { ...row, surface, classes }]);
    }
  }
  for (const list of table.values()) list.sort((a, b) => b.surface.length - a.surface.length);
  return table;
}

function spellRow(form: string, spelling: Spelling): Map<string, VowelClasses> {
  const surfaces = new Map<string, VowelClasses>();
  for (const after of EVERY_CLASS) {
    const written = spellSuffix(form, after);
    const surface = spelling === FOLDED ? fold(written) : written;
    surfaces.set(surface, (surfaces.get(surface) ?? 0) | after);
  }
  return surfaces;
}

/**
 * The endings that the letters, the harmony and the guards of a word allow, the longest first.
 *
 * @example findSuffixes('evlərdə', …) // the suffix 'də', since ə agrees with ə and 5 letters are left
 */
export function findSuffixes<Row extends SuffixRow>(
  word: string,
  table: SuffixTable<Row>,
  spelling: Spelling,
): Suffix<Row>[] {
  const found: Suffix<Row>[] = [];
  for (const suffix of table.get(word.charCodeAt(word.length - 1)) ?? []) {
    const end = word.length - suffix.surface.length;
    if (end < suffix.least || !word.endsWith(suffix.surface)) continue;
    if (!mayFollow(word, end - 1, suffix.after, spelling)) continue;
    if ((findClasses(word, spelling, end) & suffix.classes) !== 0) found.push(suffix);
  }
  return found;
}

function mayFollow(word: string, at: number, neighbour: Neighbour, spelling: Spelling): boolean {
  switch (neighbour) {
    case 'any':
      return true;
    case 'consonant':
      return !isVowelAt(word, at, spelling);
    case 'vowel':
      return isVowelAt(word, at, spelling);
    case 'vowelButO':
      return isVowelAt(word, at, spelling) && word[at] !== 'o';
    case 'vowelButI':
      return isVowelAt(word, at, spelling) && word[at] !== 'i';
    case 'low':
      return word[at] === 'a' || word[at] === (spelling === FOLDED ? 'e' : 'ə');
    case 'high':
      return isVowelAt(word, at, spelling) && 'ıiuü'.includes(word.charAt(at));
  }
}
