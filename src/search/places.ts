import type { FieldText } from '../../indexer/document.js';
import { LAYERS, type Alternative } from '../../indexer/engine.js';
import type { Analyzer, Token } from '../../indexer/language/analyzer.js';
import type { Word } from '../../indexer/language/word.js';
import type { TriedWording, WordPlace } from './explanation.js';
import { findMarks, type Mark, type Sought } from './highlight.js';
import type { SoughtWord } from './layers.js';

/** Where an article has a word of the query, the best places first, and in which other words. */
export interface FoundWord {
  readonly places: readonly WordPlace[];
  readonly alternatives: readonly TriedWording[];
}

/** A text of an article with its words, read to the end. */
interface ReadText extends FieldText {
  readonly tokens: readonly Token[];
}

/** Looks for each word of a query in the texts of an article, as highlighting does. */
export function findWords(
  texts: readonly FieldText[],
  { words, alternatives }: Sought,
  analyzer: Analyzer,
): FoundWord[] {
  const read = texts.map((text) => ({ ...text, tokens: [...analyzer.tokens(text.text)] }));
  const tried = alternatives.map((alternative) => ({
    ...alternative,
    places: placesOf(read, alternative),
  }));
  return words.map((word, at) => {
    const covering = tried.filter(({ from, to }) => from <= at && at <= to);
    const own = ownPlaces(read, word);
    const others = covering.filter((other) => other.words.length > 1);
    const said = others.flatMap(({ places }) => places.filter((place) => !holdsSome(place, own)));
    return {
      places: [...own, ...said].sort(byLayer),
      alternatives: covering.map(({ words: other, respelt, places }) => ({
        text: other.map(({ form, fold }) => (respelt ? fold : form)).join(' '),
        ...(respelt ? { respelt } : {}),
        found: places.length > 0,
      })),
    };
  });
}

const byLayer = (a: WordPlace, b: WordPlace) => LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer);

const ownPlaces = (texts: readonly ReadText[], word: SoughtWord): WordPlace[] =>
  markTexts(texts, { words: [word], alternatives: [] }, 1);

/** Where an article says another wording: one word in any inflection, several side by side. */
function placesOf(texts: readonly ReadText[], alternative: Alternative): WordPlace[] {
  const [first, ...rest] = alternative.words;
  if (!first) return [];
  if (rest.length === 0) return ownPlaces(texts, wordItself(first));
  return markTexts(texts, { words: [], alternatives: [alternative] }, rest.length + 1);
}

/** A synonym is met by its stems alone: it has no spellings of a name, and no beginnings. */
const wordItself = (word: Word): SoughtWord => ({
  text: word.form,
  word: { ...word, keys: [] },
  prefix: false,
  keyPrefixes: [],
  name: false,
  synonyms: [],
  corrections: [],
  literal: false,
});

/** Marks of the texts, `length` marks in a row as one place. */
function markTexts(texts: readonly ReadText[], sought: Sought, length: number): WordPlace[] {
  return texts.flatMap(({ field, of, text, tokens }) => {
    const marks = findMarks(text, sought, { tokens: () => tokens }, Infinity);
    return inRows(marks, length).map(({ start, end, layer }) => ({
      field,
      of,
      text: text.slice(start, end),
      start,
      layer,
    }));
  });
}

function inRows(marks: readonly Mark[], length: number): Pick<Mark, 'start' | 'end' | 'layer'>[] {
  return marks.flatMap((mark, at) =>
    at % length === 0
      ? [{ ...mark, end: marks[Math.min(at + length, marks.length) - 1]?.end ?? mark.end }]
      : [],
  );
}

/** A wording that keeps the word itself is no other place of it. */
const holdsSome = (wording: WordPlace, own: readonly WordPlace[]): boolean =>
  own.some(
    ({ of, start }) =>
      of === wording.of && wording.start <= start && start < wording.start + wording.text.length,
  );
