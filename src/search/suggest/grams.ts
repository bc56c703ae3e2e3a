import type { Pace } from './pace.js';
import type { Texts } from './texts.js';

/** A row of words that stand side by side in several texts, whatever their endings. */
export interface Gram {
  readonly length: number;
  /** Texts that it stands in; one that says it twice counts twice. */
  count: number;
  /** How often all its words are written as names. */
  asName: number;
  /** Count of the most frequent longer row that holds it. */
  within: number;
  /** How it is written, by how often; with one place of it. */
  readonly forms: Map<string, { count: number; readonly place: number }>;
}

/** Rows of up to so many words are counted: one more than is shown, to see what is only a part. */
const LONGEST = 5;
/** More different rows of one length than a number has room for there never are. */
const ROOM = 2 ** 26;

/** Numbers, from 1 on, of the rows of one length that begin at each place; 0 where none does. */
type Places = Uint32Array;

/**
 * The rows of 2 to 5 words that stand in at least `least` texts. A row is counted only where both
 * rows of one word less are frequent, so that rare ones take no memory.
 */
export async function countGrams(
  texts: Texts,
  textOf: (text: number) => string,
  least: number,
  pace: Pace,
): Promise<Gram[]> {
  const end = texts.beginOf(texts.count());
  const all: Gram[] = [];
  let places: Places = new Uint32Array(end);
  for (let place = 0; place < end; place++) {
    places[place] = texts.stemAt(place) + 1;
    if (pace.isDue()) await pace.rest();
  }
  let shorter: Gram[] = [];
  for (let length = 2; length <= LONGEST; length++) {
    const numbers = await frequent(places, texts, least, pace);
    const grams = Array.from(numbers, (): Gram => newGram(length));
    places = await locate({ texts, textOf, places, numbers, grams, shorter, length, pace });
    all.push(...grams);
    shorter = grams;
  }
  return all;
}

const newGram = (length: number): Gram => ({
  length,
  count: 0,
  asName: 0,
  within: 0,
  forms: new Map(),
});

/** What a row is known by: the two rows of one word less that it is made of. */
const keyAt = (places: Places, texts: Texts, place: number): number => {
  const [first = 0, second = 0] = [places[place], places[place + 1]];
  return first > 0 && second > 0 && texts.isJoined(place + 1) ? first * ROOM + second : 0;
};

/** The keys that occur often enough, with their numbers. */
async function frequent(places: Places, texts: Texts, least: number, pace: Pace) {
  const counts = new Map<number, number>();
  for (let place = 0; place < places.length; place++) {
    const key = keyAt(places, texts, place);
    if (key > 0) counts.set(key, (counts.get(key) ?? 0) + 1);
    if (pace.isDue()) await pace.rest();
  }
  const numbers = new Map<number, number>();
  for (const [key, count] of counts) {
    if (count >= least) numbers.set(key, numbers.size + 1);
    if (pace.isDue()) await pace.rest();
  }
  return numbers;
}

interface Search {
  readonly texts: Texts;
  readonly textOf: (text: number) => string;
  readonly places: Places;
  readonly numbers: ReadonlyMap<number, number>;
  readonly grams: readonly Gram[];
  /** The rows of one word less, by number. */
  readonly shorter: readonly Gram[];
  readonly length: number;
  readonly pace: Pace;
}

/** Goes through the texts again: where the frequent rows stand, and how they are written there. */
async function locate(search: Search): Promise<Places> {
  const { texts, places, numbers, grams, pace } = search;
  const found: Places = new Uint32Array(places.length);
  for (let text = 0; text < texts.count(); text++) {
    for (let place = texts.beginOf(text); place < texts.beginOf(text + 1); place++) {
      const number = numbers.get(keyAt(places, texts, place)) ?? 0;
      const gram = grams[number - 1];
      if (!gram) continue;
      found[place] = number;
      note(gram, place, search.textOf(text), texts);
    }
    if (pace.isDue()) await pace.rest();
  }
  await noteLonger(search, found);
  return found;
}

function note(gram: Gram, place: number, text: string, texts: Texts): void {
  const last = place + gram.length - 1;
  gram.count++;
  let names = true;
  for (let at = place; at <= last; at++) names &&= texts.isName(at);
  if (names) gram.asName++;
  const written = text.slice(texts.startAt(place), texts.endAt(last));
  const form = gram.forms.get(written);
  if (form) form.count++;
  else gram.forms.set(written, { count: 1, place });
}

/** Tells each row how frequent the longer one is that it stands in. */
async function noteLonger({ places, grams, shorter, pace }: Search, found: Places): Promise<void> {
  if (shorter.length === 0) return;
  for (let place = 0; place < found.length; place++) {
    const longer = grams[(found[place] ?? 0) - 1];
    if (!longer) continue;
    for (const part of [places[place], places[place + 1]]) {
      const gram = shorter[(part ?? 0) - 1];
      if (gram) gram.within = Math.max(gram.within, longer.count);
    }
    if (pace.isDue()) await pace.rest();
  }
}
