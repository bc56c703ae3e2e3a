import { lettersOf } from '../../../indexer/language/twins.js';
import type { Word } from '../../../indexer/language/word.js';
import type { Lexicon } from '../../../indexer/lexicon/lexicon.js';
import { countGrams, type Gram } from './grams.js';
import type { Pace } from './pace.js';
import type { TermBook } from './term-book.js';
import type { Texts } from './texts.js';

/**
 * How the last word of a phrase ends: in what makes one name of words (ABŞ Prezidenti), in nothing
 * (hərbi parad, but also two words of a sentence), or in a case, which only a sentence gives.
 */
export type Ending = 'possessive' | 'bare' | 'oblique';

/** How much words must belong together, by how the last one ends. */
const LEAST_COHESION: Readonly<Record<Ending, number>> = {
  possessive: 0.2,
  bare: 0.5,
  oblique: 0.6,
};

/** Words that often stand side by side in titles. */
export interface Phrase {
  /** As it is mostly written. */
  readonly text: string;
  readonly count: number;
  /** Its words are written as names. */
  readonly name: boolean;
  readonly ending: Ending;
  /** How much its words belong together: 0 when they meet by chance, 1 when they only do so. */
  readonly cohesion: number;
  /** Where its words are. */
  readonly from: number;
  readonly to: number;
}

const LONGEST = 4;
/** What stands so often within one longer phrase is a part of it. */
const PART = 0.85;
const NAMES = 0.6;
/** Share of the phrase that is written in a way which is worth showing. */
const COMMON = 0.1;
/** Of fewer titles a phrase needs one less, of many it needs one for so many titles. */
const FEW_TITLES = 5_000;
const TITLES_A_PHRASE = 20_000;

const leastOf = (titles: number): number =>
  Math.max(titles < FEW_TITLES ? 2 : 3, Math.ceil(titles / TITLES_A_PHRASE));

/** The phrases of two to four words that several titles have. */
export async function findPhrases(
  titles: Texts,
  titleOf: (title: number) => string,
  book: TermBook,
  lexicon: Lexicon,
  pace: Pace,
): Promise<Phrase[]> {
  const least = leastOf(titles.count());
  const total = titles.beginOf(titles.count());
  const phrases: Phrase[] = [];
  for (const gram of await countGrams(titles, titleOf, least, pace)) {
    const phrase = phraseOf(gram, total, titles, book);
    if (isWhole(gram) && isWellFormed(phrase, titles, book, lexicon)) {
      phrases.push(phrase);
    }
    if (pace.isDue()) await pace.rest();
  }
  return phrases;
}

const isWhole = ({ length, count, within }: Gram): boolean =>
  length <= LONGEST && within < PART * count;

function phraseOf(gram: Gram, total: number, titles: Texts, book: TermBook): Phrase {
  const { length, count, asName, forms } = gram;
  const { text, place } = formToShow(forms, count);
  const times = Array.from({ length }, (_, at) => book.timesOf(titles.wordAt(place + at)));
  return {
    text,
    count,
    name: asName > NAMES * count,
    ending: endingOf(book.wordOf(titles.wordAt(place + length - 1))),
    cohesion: cohesionOf(count, times, total),
    from: place,
    to: place + length,
  };
}

/** The shortest of the common ways to write it, which has the fewest endings. */
function formToShow(forms: Gram['forms'], count: number) {
  let best = { text: '', count: 0, place: 0 };
  for (const [text, form] of forms) {
    const isCommon = form.count >= COMMON * count;
    const isShorter = best.count === 0 || text.length < best.text.length;
    const isAsLong = text.length === best.text.length && form.count > best.count;
    if (isCommon && (isShorter || isAsLong)) best = { text, ...form };
  }
  return best;
}

const POSSESSIVE_END = /^[qkgy]?(?:l[ae]r)?s?[iu]$/;
const BARE_END = /^(?:l[ae]r)?$/;

function endingOf(word: Word | undefined): Ending {
  const letters = lettersOf(word?.fold ?? '');
  const ends = (word?.stems ?? []).map((stem) => {
    let same = 0;
    while (same < stem.length && stem[same] === letters[same]) same++;
    return letters.slice(same);
  });
  if (ends.some((end) => BARE_END.test(end))) return 'bare';
  return ends.some((end) => POSSESSIVE_END.test(end)) ? 'possessive' : 'oblique';
}

/** Pointwise mutual information of the words, in shares of the most that is possible. */
function cohesionOf(count: number, times: readonly number[], total: number): number {
  const share = Math.log(total / count);
  const apart = times.reduce((sum, each) => sum + Math.log(total / Math.max(each, count)), 0);
  return (apart - share) / (share * (times.length - 1));
}

/** A phrase names something: it neither begins nor ends in a small word, nor ends in a verb. */
function isWellFormed(phrase: Phrase, titles: Texts, book: TermBook, lexicon: Lexicon): boolean {
  const { from, to, ending, cohesion } = phrase;
  if (cohesion < LEAST_COHESION[ending]) return false;
  const first = book.wordOf(titles.wordAt(from));
  const last = book.wordOf(titles.wordAt(to - 1));
  if (!first || !last || isSmall(first, lexicon) || isSmall(last, lexicon)) return false;
  return !/^\p{N}+$/u.test(last.form) && !isFiniteVerb(last);
}

const isSmall = ({ form }: Word, { stopWords, questionWords }: Lexicon): boolean =>
  form.length === 1 || stopWords.has(form) || questionWords.has(form);

const INFINITIVE = /m[ae][kq]$/;

/** The stem of a verb form is its infinitive. */
const isFiniteVerb = ({ stems: [stem = ''], fold }: Word): boolean =>
  INFINITIVE.test(lettersOf(stem)) && !INFINITIVE.test(lettersOf(fold));
