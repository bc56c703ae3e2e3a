import type { EngineQuery, Layer, QueryWord, WordReport } from '../../indexer/engine.js';
import { lettersOf } from '../../indexer/language/twins.js';
import type { Word } from '../../indexer/language/word.js';
import type { EngineSettings } from './settings.js';
import type { KnownWord } from './typos.js';
import { alternativeCondition, covering, literal, sounds, type Condition } from './condition.js';

/** What an engine is asked of a query word before it is looked for. */
export interface WordQuestions {
  /** The index knows the word when some document meets one of these. */
  readonly spelt: Condition;
  /** Documents that have it as it was typed meet this. */
  readonly typed: Condition;
  /** Names in the index sound like it when some document meets one of these. */
  readonly sounds: Condition;
}

/** The questions about the word at a place of the query; none about a word inside quotes. */
export function questionsOf(query: EngineQuery, at: number): WordQuestions | undefined {
  const word = query.words[at];
  if (!word || covering(query.phrases, at).length > 0) return undefined;
  const wordings = covering(query.alternatives, at).map(alternativeCondition);
  // A name key alone is no knowledge of the word: it may be a misspelling that sounds alike.
  const keyless = { ...word, word: { ...word.word, keys: [] }, keyPrefixes: [] };
  return {
    spelt: { any: [...literal(keyless), ...wordings] },
    typed: { shape: 'fold', value: word.word.fold, begins: word.prefix },
    sounds: { any: sounds(word) },
  };
}

/** A word of the index, analysed, that a typed one may have been meant for. */
export interface MeantWord extends KnownWord {
  readonly word: Word;
}

/** What an unknown or rare word is read as, and what is but proposed. */
export function readMisspelt(
  near: readonly MeantWord[],
  typed: Word,
  { known, documents }: { readonly known: boolean; readonly documents: number },
  settings: EngineSettings['typos'],
): Pick<WordReport, 'corrections' | 'proposals' | 'doubtful'> {
  const words = (meant: readonly MeantWord[]) => meant.map(({ word }) => word);
  const likely = near.filter(({ fold }) => mayBeMeant(fold, typed));
  const sure = known ? [] : likely.filter((meant) => meant.sure);
  if (sure.length > 0) {
    const others = likely.filter((meant) => !meant.sure);
    return { corrections: words(sure), proposals: words(others), doubtful: false };
  }
  const worth = known ? worthProposing(likely, typed, documents, settings) : [];
  return {
    corrections: [],
    proposals: words(unique([...worth, ...likely])),
    doubtful: worth.length > 0,
  };
}

/**
 * A word of the same letters is a twin: it may be meant where a letter was typed that can lack its
 * diacritic (çekib for çəkib), but not by who wrote the other twin as such (şəhər, öldü).
 */
function mayBeMeant(fold: string, typed: Word): boolean {
  const letters = lettersOf(typed.fold);
  if (lettersOf(fold) !== letters) return true;
  return typed.fold === letters && /[cegiosu]/.test(typed.form);
}

const unique = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];

/** For a known word: words of another lemma, much more frequent and at a small cost. */
function worthProposing(
  near: readonly MeantWord[],
  typed: Word,
  documents: number,
  { rarer, rareCost }: EngineSettings['typos'],
): MeantWord[] {
  const isSameWord = ({ stems }: Word) => stems.some((stem) => typed.stems.includes(stem));
  const least = rarer * Math.max(1, documents);
  return near.filter(
    (meant) => meant.cost <= rareCost && meant.documents >= least && !isSameWord(meant.word),
  );
}

/** A year, a sum, the number of a law are never misspelt words. */
export const mayBeMisspelt = ({ word }: QueryWord): boolean => !/\d/.test(word.fold);

/** What was found out about the word at a place of the query. */
export function reportOf(
  query: EngineQuery,
  at: number,
  found: Omit<WordReport, 'layersTried'>,
): WordReport {
  return { ...found, layersTried: layersTried(query, at, found.corrections) };
}

/** Inside quotes a word is taken as it is. */
export const literalReport: WordReport = {
  known: true,
  sounded: false,
  layersTried: ['exact', 'fold'],
  corrections: [],
  proposals: [],
  doubtful: false,
};

function layersTried(query: EngineQuery, at: number, corrections: readonly Word[]): Layer[] {
  const word = query.words[at];
  return [
    'exact',
    'fold',
    'stem',
    ...(covering(query.alternatives, at).some(({ respelt }) => !respelt)
      ? (['synonym'] as const)
      : []),
    ...(word?.prefix ? (['prefix'] as const) : []),
    ...(word && word.word.keys.length > 0 ? (['key'] as const) : []),
    ...(corrections.length > 0 ? (['typo'] as const) : []),
  ];
}
