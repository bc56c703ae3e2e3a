import { fold } from '../fold.js';
import { CLASSES, FOLDED, spellSuffix, type Spelling, type VowelClasses } from './harmony.js';
import type { Neighbour } from './suffixes.data.js';

interface Row {
  readonly form: string;
  readonly after: Neighbour;
  readonly least: number;
}

/** An ending as it is spelt, with the classes of vowels that it may follow. */
export type Suffix<R extends Row> = R & { readonly surface: string; readonly classes: VowelClasses };

/** Endings by their last letter, the longest first. */
export type SuffixTable<R extends Row> = ReadonlyMap<string, readonly Suffix<R>[]>;

/** A word without one ending. */
export interface Peeled<R extends Row> {
  readonly rest: string;
  readonly suffix: Suffix<R>;
}

/** Spells every row for every vowel class, and merges equal spellings of one row. */
export function compileSuffixes<R extends Row>(rows: readonly R[], spelling: Spelling): SuffixTable<R> {
  const suffixes = rows.flatMap((row) => {
    const bySurface = new Map<string, VowelClasses>();
    for (const after of CLASSES) {
      const written = spellSuffix(row.form, after);
      const surface = spelling === FOLDED ? fold(written) : written;
      bySurface.set(surface, (bySurface.get(surface) ?? 0) | after);
    }
    return [...bySurface].map(([surface, classes]) => ({ ...row, surface, classes }));
  });
  suffixes.sort((a, b) => b.surface.length - a.surface.length);
  const table = new Map<string, Suffix<R>[]>();
  for (const suffix of suffixes) {
    const last = suffix.surface.slice(-1);
    table.set(last, [...(table.get(last) ?? []), suffix]);
  }
  return table;
}

/** The word without each of the endings that its letters and its harmony allow, the longest first. */
export function peel<R extends Row>(word: string, table: SuffixTable<R>, spelling: Spelling): Peeled<R>[] {
  const peeled: Peeled<R>[] = [];
  for (const suffix of table.get(word.slice(-1)) ?? []) {
    const length = word.length - suffix.surface.length;
    if (length < suffix.least || !word.endsWith(suffix.surface)) continue;
    if (!follows(word.charAt(length - 1), suffix.after, spelling)) continue;
    if ((classesBefore(word, length, spelling) & suffix.classes) === 0) continue;
    peeled.push({ rest: word.slice(0, length), suffix });
  }
  return peeled;
}

function classesBefore(word: string, end: number, spelling: Spelling): VowelClasses {
  for (let at = end - 1; at >= 0; at--) {
    const classes = spelling.get(word.charAt(at));
    if (classes !== undefined) return classes;
  }
  return 0;
}

function follows(last: string, neighbour: Neighbour, spelling: Spelling): boolean {
  switch (neighbour) {
    case 'any':
      return true;
    case 'vowel':
      return spelling.has(last);
    case 'consonant':
      return !spelling.has(last);
    case 'buffer':
      return spelling.has(last) && last !== 'o';
    case 'high':
      return 'ıiuü'.includes(last);
    case 'low':
      return last === 'a' || last === 'ə' || (spelling === FOLDED && last === 'e');
  }
}
