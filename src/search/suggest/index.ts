import type { Article } from '../../../indexer/article.js';
import { makeEntries, type Entry, type EntryTools } from './entries.js';
import { createLookup, type Lookup } from './lookup.js';
import type { Pace } from './pace.js';
import { readNewest } from './records.js';
import { createTermBook } from './term-book.js';
import { createTexts, type Texts } from './texts.js';

/** Everything that can be suggested, with the words by which it is found. */
export interface SuggestIndex {
  readonly entries: readonly Entry[];
  readonly lookup: Lookup;
  /** The words of the entries, by entry. */
  readonly texts: Texts;
  readonly postings: Postings;
}

/** Where each term stands: places of `texts` for term `n` from `begins[n]` to `begins[n + 1]`. */
export interface Postings {
  readonly begins: Uint32Array;
  /** Twice the number of the entry, plus one where the term is its first word. */
  readonly places: Uint32Array;
}

export type BuildTools = Pick<EntryTools, 'analyzer' | 'lexicon' | 'topics'> & {
  readonly mostTitles: number;
};

/** Gathers what can be suggested of the newest articles, in short stretches of work. */
export async function buildIndex(
  articles: AsyncIterable<Article>,
  { mostTitles, ...tools }: BuildTools,
  pace: Pace,
): Promise<SuggestIndex> {
  const records = await readNewest(articles, mostTitles, pace);
  const book = createTermBook();
  const texts = createTexts(tools.analyzer, book);
  const entries = await makeEntries(records, { ...tools, book, texts, pace });
  const terms = await book.terms(pace);
  return {
    entries,
    texts,
    lookup: await createLookup(terms, pace),
    postings: await postingsOf(texts, terms.length, pace),
  };
}

async function postingsOf(texts: Texts, terms: number, pace: Pace): Promise<Postings> {
  const end = texts.beginOf(texts.count());
  const begins = new Uint32Array(terms + 2);
  for (let place = 0; place < end; place++) {
    const after = texts.wordAt(place) + 2;
    begins[after] = (begins[after] ?? 0) + 1;
    if (pace.isDue()) await pace.rest();
  }
  for (let term = 2; term < begins.length; term++) {
    begins[term] = (begins[term] ?? 0) + (begins[term - 1] ?? 0);
  }
  const places = new Uint32Array(end);
  for (let entry = 0; entry < texts.count(); entry++) {
    const first = texts.beginOf(entry);
    for (let place = first; place < texts.beginOf(entry + 1); place++) {
      // The beginning of the next term moves along, and is its own again when this one is full.
      const next = texts.wordAt(place) + 1;
      const free = begins[next] ?? 0;
      places[free] = 2 * entry + (place === first ? 1 : 0);
      begins[next] = free + 1;
    }
    if (pace.isDue()) await pace.rest();
  }
  return { begins, places };
}
