import type { Alternative } from '../../indexer/engine.js';
import type { Analyzer } from '../../indexer/language/analyzer.js';
import { isAcronym } from '../../indexer/language/casing.js';
import type { Word } from '../../indexer/language/word.js';
import type { Lexicon, SynonymGroup } from '../../indexer/lexicon/lexicon.js';
import { madeOf, rememberGroups, type GroupTools } from '../../indexer/lexicon/made-of.js';

/** A word of a query, and how it was written: capitals tell `AB` from `ab`. */
export interface WrittenWord {
  readonly text: string;
  readonly word: Word;
}

/** Finds what the words of a query may be said in instead. */
export type SynonymFinder = (words: readonly WrittenWord[]) => Alternative[];

interface Entry {
  /** The phrase without its stop words, as it is looked for in a query. */
  readonly sought: readonly Word[];
  /** Set when only this very spelling counts. */
  readonly cased?: string;
  readonly others: readonly (readonly Word[])[];
  readonly everyday: boolean;
}

/** Longer queries tell of an event in words enough: others for ordinary ones only lead astray. */
const MOST_EVERYDAY = 6;

/**
 * Makes the finder for the groups of a lexicon. Phrases are met by stems, so `Türk Dövlətləri
 * Təşkilatının` finds the group of `TDT`; longer phrases come first.
 */
export function createSynonymFinder(lexicon: Lexicon, analyzer: Analyzer): SynonymFinder {
  const entries = madeOf(lexicon, (now) => indexEntries(now, analyzer));
  return (words) => {
    const index = entries();
    return longest(words.flatMap((_, from) => alternativesAt(words, from, index)));
  };
}

/** Böyük Vətən müharibəsi is not said as Vətən müharibəsi is: the longer phrase decides. */
function longest(alternatives: readonly Alternative[]): Alternative[] {
  const isWithin = (inner: Alternative, outer: Alternative) =>
    outer.from <= inner.from && inner.to <= outer.to && lengthOf(inner) < lengthOf(outer);
  return alternatives.filter((inner) => !alternatives.some((outer) => isWithin(inner, outer)));
}

const lengthOf = ({ from, to }: Alternative) => to - from;

type EntryIndex = ReadonlyMap<string, readonly Entry[]>;

function alternativesAt(
  words: readonly WrittenWord[],
  from: number,
  entries: EntryIndex,
): Alternative[] {
  const word = words[from]?.word;
  const known = word ? [word.fold, ...word.stems] : [];
  const candidates = new Set(known.flatMap((stem) => entries.get(stem) ?? []));
  return [...candidates]
    .filter(({ everyday }) => !everyday || words.length <= MOST_EVERYDAY)
    .filter((entry) => isMet(entry, words.slice(from, from + entry.sought.length)))
    .flatMap(({ sought, others }) =>
      others.map((other) => ({ from, to: from + sought.length - 1, words: other })),
    );
}

function isMet({ sought, cased }: Entry, words: readonly WrittenWord[]): boolean {
  if (words.length < sought.length) return false;
  if (cased !== undefined && words.map(({ text }) => text).join(' ') !== cased) return false;
  return sought.every((word, at) => haveCommonStem(word, words[at]?.word));
}

const haveCommonStem = (word: Word, other: Word | undefined) =>
  other !== undefined &&
  word.stems.some((stem) => other.fold === stem || other.stems.includes(stem));

function indexEntries(lexicon: Lexicon, analyzer: Analyzer): EntryIndex {
  const index = new Map<string, Entry[]>();
  const tools = { lexicon, analyzer };
  for (const entry of lexicon.synonyms.flatMap((group) => entriesOf(group, tools))) {
    for (const stem of entry.sought[0]?.stems ?? []) {
      index.set(stem, [...(index.get(stem) ?? []), entry]);
    }
  }
  return index;
}

const entriesOf = rememberGroups(readEntries);

function readEntries(group: SynonymGroup, { lexicon, analyzer }: GroupTools): Entry[] {
  const { stopWords } = lexicon;
  if (group.mode === 'off') return [];
  const phrases = [group.head, ...group.members];
  const heads = group.mode === 'mutual' ? phrases : [group.head];
  const wordsOf = (phrase: string) => analyzer.analyze(phrase).tokens.map(({ word }) => word);
  // DİN must not find what shares a stem with din: an acronym takes its endings after a hyphen.
  const targetOf = (phrase: string) =>
    wordsOf(phrase).map((word) => (isAcronym(phrase) ? { ...word, stems: [] } : word));
  return heads.map((phrase) => {
    // The A of MİDA is no ending, so МИД must not find it: an acronym is its own stem.
    const words = wordsOf(phrase).map((word) =>
      isAcronym(phrase) ? { ...word, stems: [word.fold] } : word,
    );
    const content = words.filter((word) => !stopWords.has(word.form));
    return {
      sought: content.length > 0 ? content : words,
      ...(group.cased?.includes(phrase) ? { cased: phrase } : {}),
      others: phrases.filter((other) => other !== phrase).map(targetOf),
      everyday: group.everyday === true,
    };
  });
}
