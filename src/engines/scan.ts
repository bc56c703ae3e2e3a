import { FIELDS } from '../../indexer/document.js';
import { LAYERS, type Layer } from '../../indexer/engine.js';
import type { Word } from '../../indexer/language/word.js';
import { layerOf, type SoughtWord } from '../search/layers.js';

/** Parts the fields of a document that is a list of form numbers; no form has this number. */
export const FIELD_BREAK = 0;

/** The weight of a layer in ranking: 14 for exact down to 2 for typo. */
export const weightOf = (layer: Layer): number => 2 * (LAYERS.length - LAYERS.indexOf(layer));
export const layerOfWeight = (weight: number): Layer | undefined =>
  LAYERS[LAYERS.length - Math.ceil(weight / 2)];

/** The weight of a reading of a misspelt word that is not the likeliest. */
export const SECOND_READING = 1;

/** The weight of a match, 0 for none; of a misspelt word's readings the likeliest weighs more. */
export function weightOfMatch(sought: SoughtWord, found: Word): number {
  const layer = layerOf(sought, found);
  if (layer === undefined) return 0;
  const isLikeliest = () =>
    layerOf({ ...sought, corrections: sought.corrections.slice(0, 1) }, found);
  return layer === 'typo' && !isLikeliest() ? SECOND_READING : weightOf(layer);
}

/** The vocabulary forms that meet a query word, with their layer's weight. */
export interface ScannedWord {
  readonly forms: ReadonlyMap<number, number>;
}

const TITLE = FIELDS.indexOf('title');
const BODY = FIELDS.indexOf('body');
const EXACT = weightOf('exact');

/** What of a vocabulary form counts in a query, for reading documents fast. */
export interface FormTable {
  /** Per vocabulary form, where its weights begin in `weights`; 0 for the many that do not count. */
  readonly begins: Uint32Array;
  /** Per form that counts, its weight for each query word. */
  readonly weights: Uint8Array;
  readonly words: number;
}

export function tabulate(words: readonly ScannedWord[]): FormTable {
  const counting = new Set(words.flatMap(({ forms }) => [...forms.keys()]));
  const begins = new Uint32Array(Math.max(0, ...counting) + 1);
  const weights = new Uint8Array((counting.size + 1) * words.length);
  let begin = 0;
  for (const form of counting) {
    begin += words.length;
    begins[form] = begin;
    words.forEach(({ forms }, at) => (weights[begin + at] = forms.get(form) ?? 0));
  }
  return { begins, weights, words: words.length };
}

export interface Tally {
  /** Per query word: its best weight, and whether that is in the title. */
  readonly weights: Uint8Array;
  readonly inTitle: Uint8Array;
  /** Per query word and field: how often it occurs. */
  readonly counts: Uint16Array;
  /** Words of each field. */
  readonly lengths: Uint32Array;
  /** Per query word: the weaker weight of it and the word before it, where they stand together. */
  readonly pairs: Uint8Array;
  /** Words of the shortest stretch that has every query word met here, in whatever order. */
  spread: number;
  /** Most query words that stand exactly, in order and side by side, from the first. */
  longestRun: number;
  /** First word of the body that meets a query word, or -1. */
  bodyAt: number;
}

/** Reads a document once. Every search runs this a thousand times, hence the plain loops. */
export function scan(forms: Uint32Array, table: FormTable): Tally {
  const { begins, words } = table;
  const tally: Tally = {
    weights: new Uint8Array(words),
    inTitle: new Uint8Array(words),
    counts: new Uint16Array(words * FIELDS.length),
    lengths: new Uint32Array(FIELDS.length),
    pairs: new Uint8Array(words),
    spread: Infinity,
    longestRun: 0,
    bodyAt: -1,
  };
  const last = new Int32Array(words).fill(-1);
  let [field, run, before, fieldStart] = [0, 0, 0, 0];
  for (let place = 0; place < forms.length; place++) {
    const form = forms[place] ?? FIELD_BREAK;
    if (form === FIELD_BREAK) {
      tally.lengths[field] = place - fieldStart;
      [field, fieldStart] = [field + 1, place + 1];
    }
    const here = begins[form] ?? 0;
    if (here === 0) {
      run = 0;
    } else {
      if (count(tally, table, here, before, field)) tally.spread = Infinity;
      tally.spread = Math.min(tally.spread, spreadAt(table, here, last, place));
      run = nextRun(table, here, run);
      if (run > tally.longestRun) tally.longestRun = run;
      if (field === BODY && tally.bodyAt < 0) tally.bodyAt = place - fieldStart;
    }
    before = here;
  }
  return tally;
}

/** Whether a query word is met here for the first time. */
function count(
  tally: Tally,
  { weights, words }: FormTable,
  here: number,
  before: number,
  field: number,
): boolean {
  let isNew = false;
  for (let at = 0; at < words; at++) {
    const weight = weights[here + at] ?? 0;
    if (weight === 0) continue;
    isNew ||= tally.weights[at] === 0;
    if (weight > (tally.weights[at] ?? 0)) {
      tally.weights[at] = weight;
      tally.inTitle[at] = field === TITLE ? 1 : 0;
    }
    const cell = at * FIELDS.length + field;
    tally.counts[cell] = (tally.counts[cell] ?? 0) + 1;
    if (at === 0 || before === 0) continue;
    const pair = Math.min(weights[before + at - 1] ?? 0, weight);
    if (pair > (tally.pairs[at] ?? 0)) tally.pairs[at] = pair;
  }
  return isNew;
}

/** Words from the earliest last place of the words met so far to this place. */
function spreadAt(
  { weights, words }: FormTable,
  here: number,
  last: Int32Array,
  place: number,
): number {
  let first = place;
  for (let at = 0; at < words; at++) {
    if ((weights[here + at] ?? 0) > 0) last[at] = place;
    const seen = last[at] ?? -1;
    if (seen >= 0 && seen < first) first = seen;
  }
  return place - first + 1;
}

function nextRun({ weights, words }: FormTable, here: number, run: number): number {
  if (run < words && weights[here + run] === EXACT) return run + 1;
  return weights[here] === EXACT ? 1 : 0;
}
