import type { Article } from '../article.js';
import type { Analyzer } from '../language/analyzer.js';
import { featuresAt, type Feature } from './contexts.js';
import { passagesOf } from './passage.js';
import type { Lexeme, Vocabulary } from './vocabulary.js';

/** Where and how a lexeme occurs. */
export interface Sightings {
  /** How many of its occurrences have a feature. */
  readonly features: Map<Feature, number>;
  /** Its spellings as they stand in the texts, with their counts. */
  readonly spellings: Map<string, number>;
  /** Ids of the first articles that hold it, at most two. */
  readonly articles: string[];
}

export type SightingsOf = ReadonlyMap<Lexeme, Sightings>;

/** Notes, article by article, where some lexemes occur. */
export interface Watcher {
  add(article: Article): void;
  readonly sightings: SightingsOf;
}

/** What reading contexts takes. */
export interface Reading {
  readonly analyzer: Analyzer;
  readonly vocabulary: Vocabulary;
  /** Lexemes that say nothing of their neighbours. */
  readonly silent: ReadonlySet<Lexeme>;
}

const EXAMPLES = 2;

/**
 * Watches for some lexemes. Memory grows with what is kept of their contexts, not with the texts:
 * `wanted` says which features those are.
 *
 * @example watch([lexeme], reading, () => true).add(article)
 */
export function watch(
  lexemes: Iterable<Lexeme>,
  { analyzer, vocabulary, silent }: Reading,
  wanted: (lexeme: Lexeme, feature: Feature) => boolean,
): Watcher {
  const sightings = new Map<Lexeme, Sightings>();
  for (const lexeme of lexemes) {
    sightings.set(lexeme, { features: new Map(), spellings: new Map(), articles: [] });
  }
  const add = (article: Article) => {
    for (const passage of passagesOf(article, analyzer)) {
      const words = passage.map(({ word }) => vocabulary.lexemeOf(word));
      for (const [at, lexeme] of words.entries()) {
        const seen = lexeme && sightings.get(lexeme);
        if (!seen) continue;
        note(seen, passage[at]?.text ?? '', article.id);
        for (const feature of featuresAt(words, at, silent)) {
          if (wanted(lexeme, feature)) increment(seen.features, feature);
        }
      }
    }
  };
  return { add, sightings };
}

function note({ spellings, articles }: Sightings, text: string, article: string): void {
  increment(spellings, text);
  if (articles.length < EXAMPLES && !articles.includes(article)) articles.push(article);
}

const increment = <Key>(counts: Map<Key, number>, key: Key): unknown =>
  counts.set(key, (counts.get(key) ?? 0) + 1);
