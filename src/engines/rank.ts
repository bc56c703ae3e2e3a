import { FIELDS } from '../../indexer/document.js';
import { LAYERS, type Alternative, type EngineQuery, type Layer } from '../../indexer/engine.js';
import type { EngineSettings } from './settings.js';

/** Parts the fields of a document that is a list of form numbers; no form has this number. */
export const FIELD_BREAK = 0;

/** The weight of a layer in ranking: 7 for exact down to 1 for typo. */
export const weightOf = (layer: Layer): number => LAYERS.length - LAYERS.indexOf(layer);
export const layerOfWeight = (weight: number): Layer | undefined => LAYERS[LAYERS.length - weight];

/** The vocabulary forms that meet each query word, with their layer's weight, and how rare it is. */
export interface RankedWord {
  readonly forms: ReadonlyMap<number, number>;
  /** Information of the word: greater when fewer documents have it. */
  readonly information: number;
}

/** How a document answers a query; compared field by field, in this order. */
export interface Score {
  readonly row: number;
  /** Sum of the words' layer weights. */
  readonly layers: number;
  /** How many neighbouring query words are neighbours here, by the weaker layer of each pair. */
  readonly adjacent: number;
  /** How many words have their best match in the title. */
  readonly inTitle: number;
  readonly bm25: number;
  readonly weights: Uint8Array;
  /** All words exact and side by side. */
  readonly phrase: boolean;
  /** First word of the body that meets the query, -1 for none; absent where that is not known. */
  readonly bodyAt?: number;
}

/** Better first; 0 where only the date can decide. */
export const compareScores = (a: Score, b: Score): number =>
  b.layers - a.layers || b.adjacent - a.adjacent || b.inTitle - a.inTitle || b.bm25 - a.bm25;

/** A document says a query word, with its neighbours, in other words. */
export interface Wording {
  /** They keep a word of the query: as good as standing side by side. */
  readonly kept: boolean;
}

/** `Orta Koridor` is nearer to `Orta Dəhliz` than `TITR` is. */
export const keepsWord = ({ words, from, to }: Alternative, query: EngineQuery): boolean =>
  query.words
    .slice(from, to + 1)
    .some((sought) => words.some(({ fold }) => fold === sought.word.fold));

export interface Ranker {
  score(row: number, forms: Uint32Array, wordingOf: (at: number) => Wording | undefined): Score;
}

const TITLE = FIELDS.indexOf('title');
const BODY = FIELDS.indexOf('body');
const EXACT = weightOf('exact');
const SYNONYM = weightOf('synonym');

/** Makes the scorer of one query. `averageLength` is in words a document. */
export function createRanker(
  words: readonly RankedWord[],
  averageLength: number,
  { bm25 }: EngineSettings,
): Ranker {
  const table = tabulate(words);
  const fieldWeights = [bm25.fieldWeights.title, bm25.fieldWeights.extra, bm25.fieldWeights.body];

  function score(
    row: number,
    forms: Uint32Array,
    wordingOf: (at: number) => Wording | undefined,
  ): Score {
    const tally = scan(forms, table, fieldWeights);
    const { weights, pairs } = tally;
    for (let at = 0; at < words.length; at++) {
      const wording = wordingOf(at);
      if (wording) weights[at] = Math.max(weights[at] ?? 0, SYNONYM);
      if (wording?.kept) pairs[at] = Math.max(pairs[at] ?? 0, SYNONYM);
    }
    return {
      row,
      layers: sum(weights, (weight) => weight),
      adjacent: sum(pairs, (pair) => pair),
      inTitle: sum(tally.inTitle, (flag) => flag),
      bm25: bm25Of(tally.frequency, forms.length),
      weights,
      phrase: words.length > 1 && tally.longestRun === words.length,
      // Where another wording of several words stands is known to the index alone.
      ...(words.some((_, at) => wordingOf(at)) ? {} : { bodyAt: tally.bodyAt }),
    };
  }

  function bm25Of(frequency: Float64Array, length: number): number {
    const norm = bm25.k1 * (1 - bm25.b + (bm25.b * length) / averageLength);
    const total = sum(words, ({ information }, at) => {
      const times = frequency[at] ?? 0;
      return (information * times * (bm25.k1 + 1)) / (times + norm);
    });
    return Math.round(total / bm25.step) * bm25.step;
  }

  return { score };
}

/** What of a vocabulary form counts in a query, for reading documents fast. */
interface FormTable {
  /** Per vocabulary form, where its weights begin in `weights`; 0 for the many that do not count. */
  readonly begins: Uint32Array;
  /** Per form that counts, its weight for each query word. */
  readonly weights: Uint8Array;
  readonly words: number;
}

function tabulate(words: readonly RankedWord[]): FormTable {
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

interface Tally {
  /** Per query word: its best weight, whether that is in the title, and how often it occurs. */
  readonly weights: Uint8Array;
  readonly inTitle: Uint8Array;
  readonly frequency: Float64Array;
  /** Per query word: the weaker weight of it and the word before it, where they stand together. */
  readonly pairs: Uint8Array;
  /** Most query words that stand exactly, in order and side by side, from the first. */
  longestRun: number;
  /** First word of the body that meets a query word, or -1. */
  bodyAt: number;
}

/** Reads a document once. Every search runs this a thousand times, hence the plain loops. */
function scan(forms: Uint32Array, table: FormTable, fieldWeights: readonly number[]): Tally {
  const { begins, words } = table;
  const tally: Tally = {
    weights: new Uint8Array(words),
    inTitle: new Uint8Array(words),
    frequency: new Float64Array(words),
    pairs: new Uint8Array(words),
    longestRun: 0,
    bodyAt: -1,
  };
  let [field, run, before, fieldStart] = [0, 0, 0, 0];
  for (let place = 0; place < forms.length; place++) {
    const form = forms[place] ?? FIELD_BREAK;
    if (form === FIELD_BREAK) [field, fieldStart] = [field + 1, place + 1];
    const here = begins[form] ?? 0;
    if (here === 0) {
      run = 0;
    } else {
      count(tally, table, here, before, field === TITLE, fieldWeights[field] ?? 1);
      run = nextRun(table, here, run);
      if (run > tally.longestRun) tally.longestRun = run;
      if (field === BODY && tally.bodyAt < 0) tally.bodyAt = place - fieldStart;
    }
    before = here;
  }
  return tally;
}

function count(
  tally: Tally,
  { weights, words }: FormTable,
  here: number,
  before: number,
  inTitle: boolean,
  fieldWeight: number,
): void {
  for (let at = 0; at < words; at++) {
    const weight = weights[here + at] ?? 0;
    if (weight === 0) continue;
    if (weight > (tally.weights[at] ?? 0)) {
      tally.weights[at] = weight;
      tally.inTitle[at] = inTitle ? 1 : 0;
    }
    tally.frequency[at] = (tally.frequency[at] ?? 0) + fieldWeight;
    if (at === 0 || before === 0) continue;
    const pair = Math.min(weights[before + at - 1] ?? 0, weight);
    if (pair > (tally.pairs[at] ?? 0)) tally.pairs[at] = pair;
  }
}

function nextRun({ weights, words }: FormTable, here: number, run: number): number {
  if (run < words && weights[here + run] === EXACT) return run + 1;
  return weights[here] === EXACT ? 1 : 0;
}

function sum<Item>(items: Iterable<Item>, valueOf: (item: Item, at: number) => number): number {
  let total = 0;
  let at = 0;
  for (const item of items) total += valueOf(item, at++);
  return total;
}
