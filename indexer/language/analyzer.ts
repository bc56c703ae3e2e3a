import { readConfig } from '../config.js';
import { atHand } from './at-hand.js';
import { isCapitalised } from './casing.js';
import { canonicalise, originSpan } from './canonicalise.js';
import { isNameShaped } from './name-shape.js';
import { remember } from './remember.js';
import { scriptOfText, type TextScript } from './script.js';
import { createStemmer, StemmerWords } from './stem/stemmer.js';
import { createTwins, TwinWords } from './twins.js';
import { cutRun, readWords, type Cut, type Place } from './tokenise.js';
import { analyseForm, formOf, type Word } from './word.js';

/** A word where it stands: `text.slice(start, end) === token.text`, in UTF-16 units. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly word: Word;
  /** Written like a name. Only such words are found by their name keys. */
  readonly name: boolean;
}

export interface Analysis {
  readonly text: string;
  readonly script: TextScript;
  readonly tokens: readonly Token[];
}

/** The one function that folds, stems and keys: for indexing, for queries, for highlights. */
export interface Analyzer {
  /** Words of a text with their forms. Never throws, on any string. */
  analyze(text: string): Analysis;
  /** The same, token by token, for texts of which only the beginning is needed. */
  tokens(text: string): Iterable<Token>;
  /** One word, as it stands in the vocabulary. */
  word(form: string): Word;
}

/** Words of running text repeat: this many distinct ones are kept analysed (about 55 MB). */
const REMEMBERED_WORDS = 80_000;

/** An article is analysed for its topics and at once again for its words. */
const REMEMBERED_TEXTS = 4;

/**
 * Makes the analyzer, with the words of `config/stemmer.json` and `config/twins.json`. `remembered` is how many distinct
 * words it keeps analysed, for whoever sees the same words again and again, or never.
 *
 * @example createAnalyzer().analyze('Tokayevin').tokens[0].word.stems // ['tokayev']
 */
export function createAnalyzer(
  words = readConfig('stemmer', StemmerWords),
  remembered = REMEMBERED_WORDS,
  twinWords = readConfig('twins', TwinWords),
): Analyzer {
  const stemmer = createStemmer(words);
  const tools = { stemmer, twins: createTwins(twinWords, stemmer) };
  const byForm = remember((form: string) => analyseForm(form, tools), remembered);
  const word = (raw: string) => byForm(formOf(raw));
  const know = atHand(
    remember((run: string) => knowRun(run, word), remembered),
    remembered,
  );
  const read = (text: string) => readTokens(text, know);

  function* tokens(text: string): Generator<Token> {
    const next = read(text);
    for (let token = next(); token; token = next()) yield token;
  }

  const analyze = remember((text: string) => {
    const found: Token[] = [];
    const next = read(text);
    for (let token = next(); token; token = next()) found.push(token);
    return describe(text, found);
  }, REMEMBERED_TEXTS);
  return { analyze, tokens, word };
}

/** What is kept of a run of letters: all that does not depend on where it stands. */
interface Known extends Cut {
  readonly run: string;
  /** The run as far as it is the word. */
  readonly text: string;
  readonly capitalised: boolean;
  readonly analysed: Word;
}

function knowRun(run: string, wordOf: (raw: string) => Word): Known {
  const { word, length, sign } = cutRun(run);
  const text = run.slice(0, length);
  return {
    run,
    word,
    length,
    sign,
    text,
    capitalised: isCapitalised(word),
    analysed: wordOf(word),
  };
}

function describe(text: string, tokens: readonly Token[]): Analysis {
  return {
    text,
    tokens,
    // Few ask for it, and it means one more look at every word.
    get script() {
      const lettered = tokens.filter((token) => /\p{L}/u.test(token.text));
      return scriptOfText(lettered.map((token) => token.word.script));
    },
  };
}

type CutAt = (text: string, start: number, end: number) => Known;

/** The tokens of a text one after the other; whether one is a name depends on the one before and after. */
function readTokens(text: string, know: CutAt): () => Token | undefined {
  const canonical = canonicalise(text);
  const read = readWords(canonical.text, know);
  const isCanonical = canonical.text === text;
  let previous: Place<Known> | undefined;
  let current = read();
  return () => {
    if (current === undefined) return undefined;
    // Plain assignments: this runs for every word, and at first as it is written.
    const place = current;
    const next = read();
    const { capitalised, text: typed, analysed: word } = place.cut;
    const name = capitalised && isNameShaped(canonical.text, place, previous, next);
    previous = place;
    current = next;
    if (isCanonical) return { text: typed, start: place.start, end: place.end, word, name };
    const [start, end] = originSpan(canonical, place.start, place.end);
    return { text: text.slice(start, end), start, end, word, name };
  };
}
