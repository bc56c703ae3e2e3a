import { FIELDS } from '../../indexer/document.js';
import { LAYERS, type Alternative, type EngineQuery } from '../../indexer/engine.js';
import { scan, SECOND_READING, tabulate, weightOf, type ScannedWord, type Tally } from './scan.js';
import type { EngineSettings } from './settings.js';

/** The vocabulary forms that meet each query word, with their layer's weight, and how rare it is. */
export interface RankedWord extends ScannedWord {
  /** Information of the word: greater when fewer documents have it. */
  readonly information: number;
  /** Written as a name in the query. */
  readonly name: boolean;
  /** Not missed where it is lacking. */
  readonly light: boolean;
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
  /** Relevance in steps: what is closer counts as equal, so that the date decides. */
  readonly bm25: number;
  /** BM25F: information of the words, by how often and in how long a field they stand. */
  readonly relevance: number;
  readonly weights: Uint8Array;
  /** Per word, 1 where its best match is in the title. */
  readonly titles: Uint8Array;
  /** Per word, how rare it is; the same for every document. */
  readonly information: readonly number[];
  /** Words of the shortest stretch of the document that has all the words it has of the query. */
  readonly spread: number;
  /** Every word is met that is not light. */
  readonly complete: boolean;
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

const SYNONYM = weightOf('synonym');

/** Makes the scorer of one query. */
export function createRanker(words: readonly RankedWord[], { bm25 }: EngineSettings): Ranker {
  const table = tabulate(words);
  const strengths = strengthsOf(bm25);
  const information = words.map((word) => word.information);

  function score(
    row: number,
    forms: Uint32Array,
    wordingOf: (at: number) => Wording | undefined,
  ): Score {
    const tally = scan(forms, table);
    const { weights, pairs } = tally;
    for (let at = 0; at < words.length; at++) {
      const wording = wordingOf(at);
      if (wording) weights[at] = Math.max(weights[at] ?? 0, SYNONYM);
      if (wording?.kept) pairs[at] = Math.max(pairs[at] ?? 0, SYNONYM);
    }
    const relevance = relevanceOf(tally);
    return {
      row,
      layers: sum(weights, (weight) => weight),
      adjacent: sum(pairs, (pair) => pair),
      inTitle: sum(tally.inTitle, (flag) => flag),
      bm25: Math.round(relevance / bm25.step) * bm25.step,
      relevance,
      spread: tally.spread,
      weights,
      titles: tally.inTitle,
      information,
      complete: words.every(({ light }, at) => light || (weights[at] ?? 0) > 0),
      phrase: words.length > 1 && tally.longestRun === words.length,
      // Where another wording of several words stands is known to the index alone.
      ...(words.some((_, at) => wordingOf(at)) ? {} : { bodyAt: tally.bodyAt }),
    };
  }

  /** Words said in other words (a wording) are not counted in the text; they count as said once. */
  function relevanceOf({ counts, lengths, weights }: Tally): number {
    const norms = FIELDS.map((field, at) => {
      const { weight, words: ordinary } = bm25.fields[field];
      return weight / (1 - bm25.b + (bm25.b * (lengths[at] ?? 0)) / ordinary);
    });
    return sum(words, ({ information, name }, at) => {
      const said = sum(norms, (norm, field) => norm * (counts[at * FIELDS.length + field] ?? 0));
      const times = said === 0 && (weights[at] ?? 0) > 0 ? 1 : said;
      const strength = strengths[weights[at] ?? 0] ?? 0;
      const present = times > 0 ? bm25.presence : 0;
      const saturated = ((1 - bm25.presence) * times * (bm25.k1 + 1)) / (times + bm25.k1);
      return strength * (name ? bm25.names : 1) * information * (present + saturated);
    });
  }

  return { score };
}

/** By weight, what a match tells; of a misspelt word the readings after the first tell less. */
function strengthsOf({ layers }: EngineSettings['bm25']): number[] {
  const strengths = [0];
  for (const layer of LAYERS) strengths[weightOf(layer)] = layers[layer];
  strengths[SECOND_READING] = layers.typo * layers.typo;
  return strengths;
}

function sum<Item>(items: Iterable<Item>, valueOf: (item: Item, at: number) => number): number {
  let total = 0;
  let at = 0;
  for (const item of items) total += valueOf(item, at++);
  return total;
}
