import type { Entry } from './entries.js';
import type { Postings, SuggestIndex } from './index.js';
import { createShortlist } from './shortlist.js';
import type { SuggestionKind } from './request.js';
import type { Level, TypedWord } from './typed.js';

/** An entry that meets what was typed. */
export interface Candidate {
  readonly number: number;
  readonly entry: Entry;
  readonly score: number;
}

/** Terms that a typed word meets. */
type Met = ReadonlyMap<number, Level>;

export type Finder = (typed: readonly TypedWord[], kinds: readonly SuggestionKind[]) => Candidate[];

/** What a weaker match of a word takes off. */
const LEVEL_COSTS = [0, 2, 4] as const;
/** The first word, or any of a name, is one that was typed. */
const BEGINS = 3;
/** Two words stand side by side in the order in which they were typed, or in this order at all. */
const SIDE_BY_SIDE = 2;
const IN_ORDER = 1;

/** Makes the search among entries: those that have every word that was typed, best first. */
export function createFinder({ entries, lookup, texts, postings }: SuggestIndex): Finder {
  const tally = createTally(postings, entries.length);

  /** What the order of the words adds; undefined where two of them are met by one word alone. */
  function orderOf(number: number, words: readonly Met[]): number | undefined {
    const from = texts.beginOf(number);
    const to = texts.beginOf(number + 1);
    const places: number[] = [];
    for (const terms of words) {
      let place = from;
      while (place < to && !(terms.has(texts.wordAt(place)) && !places.includes(place))) place++;
      if (place === to) return undefined;
      places.push(place);
    }
    const steps = places.slice(1).map((place, at) => place - (places[at] ?? 0));
    if (steps.every((step) => step === 1)) return SIDE_BY_SIDE;
    return steps.every((step) => step > 0) ? IN_ORDER : 0;
  }

  return (typed, kinds) => {
    if (typed.length === 0) return [];
    const words = typed.map(lookup);
    const shortlist = createShortlist<Candidate>(kinds);
    for (const number of tally.count(words)) {
      const entry = entries[number];
      if (!entry) continue;
      const begins = entry.name || tally.begins(number);
      const loose = entry.worth - tally.cost(number) + (begins ? BEGINS : 0);
      if (!shortlist.wants(entry.kind, loose + SIDE_BY_SIDE)) continue;
      const order = words.length === 1 ? 0 : orderOf(number, words);
      if (order !== undefined) shortlist.add(entry.kind, { number, entry, score: loose + order });
    }
    return shortlist.all().sort(byScore);
  };
}

const byScore = (a: Candidate, b: Candidate) => b.score - a.score || a.number - b.number;

interface Tally {
  /** Numbers of the entries that every word meets. */
  count(words: readonly Met[]): readonly number[];
  /** Whether the entry's first word is one that was typed. */
  begins(number: number): boolean;
  /** What its weaker matches take off. */
  cost(number: number): number;
}

/** Makes the search for entries with every word; its counters are used again by each search. */
function createTally({ begins, places }: Postings, entries: number): Tally {
  const met = new Uint8Array(entries);
  const atFirst = new Uint8Array(entries);
  const costs = new Float32Array(entries);

  /** Adds the entries that had the words before and have this one. */
  function meet(term: number, at: number, cost: number, found: number[]): void {
    const end = begins[term + 1] ?? 0;
    for (let place = begins[term] ?? 0; place < end; place++) {
      const posting = places[place] ?? 0;
      const number = posting >> 1;
      if (met[number] === at) {
        met[number] = at + 1;
        costs[number] = (costs[number] ?? 0) + cost;
        found.push(number);
      } else if (met[number] !== at + 1) continue;
      if ((posting & 1) === 1) atFirst[number] = 1;
    }
  }

  return {
    count: (words) => {
      for (const counter of [met, atFirst, costs]) counter.fill(0);
      return words.reduce<number[]>((_, terms, at) => {
        const found: number[] = [];
        // The best match of a word is the one that counts.
        LEVEL_COSTS.forEach((cost, level) => {
          for (const [term, its] of terms) if (its === level) meet(term, at, cost, found);
        });
        return found;
      }, []);
    },
    begins: (number) => atFirst[number] === 1,
    cost: (number) => costs[number] ?? 0,
  };
}
