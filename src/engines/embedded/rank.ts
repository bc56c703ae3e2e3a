import type { EngineSettings } from './settings.js';
import { weightOf } from './vocabulary.js';
import { FIELD_BREAK } from './write.js';

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
}

/** Better first; 0 where only the date can decide. */
export const compareScores = (a: Score, b: Score): number =>
  b.layers - a.layers || b.adjacent - a.adjacent || b.inTitle - a.inTitle || b.bm25 - a.bm25;

/** A document says a query word, with its neighbours, in other words. */
export interface Wording {
  /** They keep a word of the query: as good as standing side by side. */
  readonly kept: boolean;
}

export interface Ranker {
  score(row: number, forms: Uint32Array, wordingOf: (at: number) => Wording | undefined): Score;
}

const TITLE = 0;
const EXACT = weightOf('exact');
const SYNONYM = weightOf('synonym');

/** Makes the scorer of one query. `averageLength` is in words a document. */
export function createRanker(
  words: readonly RankedWord[],
  averageLength: number,
  { bm25 }: EngineSettings,
): Ranker {
  const slots = slotsOf(words);
  const fieldWeights = [bm25.fieldWeights.title, bm25.fieldWeights.extra, bm25.fieldWeights.body];
  const count = words.length;

  function score(
    row: number,
    forms: Uint32Array,
    wordingOf: (at: number) => Wording | undefined,
  ): Score {
    const weights = new Uint8Array(count);
    const inTitle = new Uint8Array(count);
    const frequency = new Float64Array(count);
    const pairs = new Uint8Array(count);
    let [field, run, longestRun] = [0, 0, 0];
    let before: Uint8Array | undefined;
    for (const form of forms) {
      if (form === FIELD_BREAK) {
        [field, run, before] = [field + 1, 0, undefined];
        continue;
      }
      const slot = slots.get(form);
      if (slot) {
        for (let at = 0; at < count; at++) {
          const weight = slot[at] ?? 0;
          if (weight === 0) continue;
          if (weight > (weights[at] ?? 0)) inTitle[at] = field === TITLE ? 1 : 0;
          if (weight > (weights[at] ?? 0)) weights[at] = weight;
          frequency[at] = (frequency[at] ?? 0) + (fieldWeights[field] ?? 1);
          const pair = at > 0 && before ? Math.min(before[at - 1] ?? 0, weight) : 0;
          if (pair > (pairs[at] ?? 0)) pairs[at] = pair;
        }
      }
      run = slot?.[run] === EXACT ? run + 1 : slot?.[0] === EXACT ? 1 : 0;
      longestRun = Math.max(longestRun, run);
      if (run === count) run = 0;
      before = slot;
    }
    for (let at = 0; at < count; at++) {
      const wording = wordingOf(at);
      if (wording) weights[at] = Math.max(weights[at] ?? 0, SYNONYM);
      if (wording?.kept) pairs[at] = Math.max(pairs[at] ?? 0, SYNONYM);
    }
    return {
      row,
      layers: sum(weights, (weight) => weight),
      adjacent: sum(pairs, (pair) => pair),
      inTitle: sum(inTitle, (flag) => flag),
      bm25: bm25Of(frequency, forms.length),
      weights,
      phrase: count > 1 && longestRun === count,
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

/** Per vocabulary form, its weight for each query word. */
function slotsOf(words: readonly RankedWord[]): ReadonlyMap<number, Uint8Array> {
  const slots = new Map<number, Uint8Array>();
  words.forEach(({ forms }, at) => {
    for (const [form, weight] of forms) {
      const slot = slots.get(form) ?? new Uint8Array(words.length);
      slot[at] = weight;
      slots.set(form, slot);
    }
  });
  return slots;
}

function sum<Item>(items: Iterable<Item>, valueOf: (item: Item, at: number) => number): number {
  let total = 0;
  let at = 0;
  for (const item of items) total += valueOf(item, at++);
  return total;
}
