import { readConfig } from '../config.js';
import { canonicalise, originSpan, type Canonical } from './canonicalise.js';
import { isNameShaped } from './name-shape.js';
import { remember } from './remember.js';
import { scriptOfText, type TextScript } from './script.js';
import { createStemmer, StemmerWords } from './stem/stemmer.js';
import { createTwins, TwinWords } from './twins.js';
import { segments, type Segment } from './tokenise.js';
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
  const word = remember((raw: string) => byForm(formOf(raw)), remembered);

  function* tokens(text: string): Generator<Token> {
    const canonical = canonicalise(text);
    let previous: Segment | undefined;
    let current: Segment | undefined;
    for (const next of segments(canonical.text)) {
      if (current) yield place(text, canonical, [previous, current, next], word(current.word));
      [previous, current] = [current, next];
    }
    if (current) yield place(text, canonical, [previous, current, undefined], word(current.word));
  }

  const analyze = remember((text: string) => describe(text, [...tokens(text)]), REMEMBERED_TEXTS);
  return { analyze, tokens, word };
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

type Neighbours = readonly [Segment | undefined, Segment, Segment | undefined];

function place(text: string, canonical: Canonical, at: Neighbours, word: Word): Token {
  const [previous, segment, next] = at;
  const [start, end] = originSpan(canonical, segment.start, segment.end);
  const name = isNameShaped(canonical.text, segment, previous, next);
  return { text: text.slice(start, end), start, end, word, name };
}
