import { readConfig } from '../config.js';
import { canonicalise, originSpan, type Canonical } from './canonicalise.js';
import { isNameShaped } from './name-shape.js';
import { scriptOfText, type TextScript } from './script.js';
import { createStemmer, StemmerWords } from './stem/stemmer.js';
import { segments, type Segment } from './tokenise.js';
import { analyseWord, type Word } from './word.js';

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

/** Words of running text repeat: this many distinct ones are kept analysed (about 20 MB). */
const REMEMBERED_WORDS = 30_000;

/**
 * Makes the analyzer, with the words of `config/stemmer.json`.
 *
 * @example createAnalyzer().analyze('Tokayevin').tokens[0].word.stems // ['tokayev']
 */
export function createAnalyzer(words = readConfig('stemmer', StemmerWords)): Analyzer {
  const stemmer = createStemmer(words);
  const word = remember((raw: string) => analyseWord(raw, stemmer), REMEMBERED_WORDS);

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

  function analyze(text: string): Analysis {
    const found = [...tokens(text)];
    const lettered = found.filter((token) => /\p{L}/u.test(token.text));
    return {
      text,
      script: scriptOfText(lettered.map((token) => token.word.script)),
      tokens: found,
    };
  }

  return { analyze, tokens, word };
}

type Neighbours = readonly [Segment | undefined, Segment, Segment | undefined];

function place(text: string, canonical: Canonical, at: Neighbours, word: Word): Token {
  const [previous, segment, next] = at;
  const [start, end] = originSpan(canonical, segment.start, segment.end);
  const name = isNameShaped(canonical.text, segment, previous, next);
  return { text: text.slice(start, end), start, end, word, name };
}

/** Remembers results; forgets them all when there are too many, which running text makes rare. */
function remember<Value>(compute: (key: string) => Value, most: number): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const old = known.get(key);
    if (old !== undefined) return old;
    if (known.size >= most) known.clear();
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}
