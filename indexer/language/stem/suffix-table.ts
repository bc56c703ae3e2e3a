/**
 * Endings in an automaton that reads a word from its last letter. The endings stay data
 * (suffixes.data.ts); here they are spelt out and compiled, once, when a stemmer is made. A state is
 * a tail of some ending (r, ar, lar); it knows every ending that it ends with. So a word costs as
 * many steps as it shares letters with an ending, and most words are let go after one or two.
 */
import { fold } from '../fold.js';
import { EVERY_CLASS, FOLDED, findClasses, isVowelAt, spellSuffix } from './harmony.js';
import type { Spelling, VowelClasses } from './harmony.js';
import { kindsOfLetters, NEIGHBOUR_BITS } from './neighbours.js';
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
  readonly opensWithVowel: boolean;
};

export interface SuffixTable<Row extends SuffixRow> {
  readonly spelling: Spelling;
  readonly kinds: Uint8Array;
  /** By state and letter the next state; 0, the first state, where no ending goes on so. */
  readonly steps: Uint16Array;
  /** By state the endings that its letters end with, the longest first. */
  readonly endings: readonly (readonly Suffix<Row>[])[];
}

const LETTERS = 'abcçdeəfgğhxıijkqlmnoöprsştuüvyz';
const WIDTH = LETTERS.length + 1;

/** From UTF-16 codes to 1, 2, 3 …; 0 for what no ending has. */
const NUMBERS = new Uint8Array(0x300);
for (let at = 0; at < LETTERS.length; at++) NUMBERS[LETTERS.charCodeAt(at)] = at + 1;

/** Spells every row after every class of vowels. @example 'dA' -> da (after back vowels), də */
export function compileSuffixes<Row extends SuffixRow>(
  rows: readonly Row[],
  spelling: Spelling,
): SuffixTable<Row> {
  const suffixes = rows
    .flatMap((row) => spellRow(row, spelling))
    .sort((a, b) => b.surface.length - a.surface.length);
  const tails = [...new Set(['', ...suffixes.flatMap(({ surface }) => tailsOf(surface))])];
  return {
    spelling,
    kinds: kindsOfLetters(spelling),
    steps: linkStates(tails),
    endings: tails.map((tail) => suffixes.filter(({ surface }) => tail.endsWith(surface))),
  };
}

function spellRow<Row extends SuffixRow>(row: Row, spelling: Spelling): Suffix<Row>[] {
  const surfaces = new Map<string, VowelClasses>();
  for (const after of EVERY_CLASS) {
    const written = spellSuffix(row.form, after);
    const surface = spelling === FOLDED ? fold(written) : written;
    surfaces.set(surface, (surfaces.get(surface) ?? 0) | after);
  }
  return Array.from(surfaces, ([surface, classes]) => ({
    ...row,
    surface,
    classes,
    opensWithVowel: isVowelAt(surface, 0, spelling),
  }));
}

/** @example tailsOf('lar') // ['r', 'ar', 'lar'] */
const tailsOf = (surface: string): string[] =>
  Array.from(surface, (_, at) => surface.slice(surface.length - at - 1));

function linkStates(tails: readonly string[]): Uint16Array {
  const states = new Map(tails.map((tail, state) => [tail, state]));
  const steps = new Uint16Array(tails.length * WIDTH);
  for (const [tail, state] of states) {
    if (tail === '') continue;
    const from = states.get(tail.slice(1)) ?? 0;
    steps[from * WIDTH + (NUMBERS[tail.charCodeAt(0)] ?? 0)] = state;
  }
  return steps;
}

const NONE: readonly never[] = [];

/**
 * The endings that the letters, the harmony and the guards of a word allow, the longest first.
 *
 * @example findSuffixes('evlərdə', …) // the suffix 'də', since ə agrees with ə and 5 letters are left
 */
export function findSuffixes<Row extends SuffixRow>(
  word: string,
  table: SuffixTable<Row>,
): readonly Suffix<Row>[] {
  let found: Suffix<Row>[] | undefined;
  for (const suffix of table.endings[readEnd(word, table.steps)] ?? NONE) {
    if (isAllowed(word, suffix, table)) (found ??= []).push(suffix);
  }
  return found ?? NONE;
}

/** The last state on the way of a word through the automaton. */
function readEnd(word: string, steps: Uint16Array): number {
  let state = 0;
  for (let at = word.length - 1; at >= 0; at--) {
    const next = steps[state * WIDTH + (NUMBERS[word.charCodeAt(at)] ?? 0)] ?? 0;
    if (next === 0) return state;
    state = next;
  }
  return state;
}

function isAllowed(
  word: string,
  { surface, least, after, classes }: Suffix<SuffixRow>,
  { kinds, spelling }: SuffixTable<SuffixRow>,
): boolean {
  const end = word.length - surface.length;
  if (end < least) return false;
  const kind = kinds[word.charCodeAt(end - 1)] ?? NEIGHBOUR_BITS.consonant;
  if ((kind & NEIGHBOUR_BITS[after]) === 0) return false;
  return (findClasses(word, spelling, end) & classes) !== 0;
}
