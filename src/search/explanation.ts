import type { Article } from '../../indexer/article.js';
import type { Field } from '../../indexer/document.js';
import type { Layer } from '../../indexer/engine.js';
import type { QueryReport, QueryWordReport } from './response.js';

/** Where an article meets a word of the query. */
export interface WordPlace {
  readonly field: Field;
  /** What of the article it is; tells apart what is searched as `extra`. */
  readonly of: keyof Article;
  /** As it stands there. */
  readonly text: string;
  /** In UTF-16 units of that text; of a topic, of its name. */
  readonly start: number;
  readonly layer: Layer;
}

/** Other words in which a word of the query, with its neighbours, may be said. */
export interface TriedWording {
  readonly text: string;
  /** The query's own words, spelt otherwise, and folded; not a synonym that somebody has listed. */
  readonly respelt?: true;
  /** Whether the article has it. */
  readonly found: boolean;
}

export interface ExplainedWord extends QueryWordReport {
  /** How rare it is: the fewer documents have it, the more; absent when nothing was found. */
  readonly information?: number;
  /** The best layer in which the article has it; absent where it does not. */
  readonly layer?: Layer;
  readonly inTitle: boolean;
  readonly alternatives: readonly TriedWording[];
  readonly count: number;
  /** The best first, then in the order of the article; ten at most. */
  readonly matches: readonly WordPlace[];
}

export type PartName = 'words' | 'near' | 'layers' | 'neighbours' | 'title' | 'relevance' | 'date';

/** A part of the score, in a sentence. */
export interface ScorePart {
  readonly part: PartName;
  /** Greater is better, but for `near`, where it is a length in words; of `date`, the date. */
  readonly value?: number | string;
  readonly says: string;
}

/** The document just above, and the first part in which it is better. */
export interface Above {
  readonly id: string;
  readonly title: string;
  readonly part: PartName;
  readonly says: string;
}

export type Absence = 'nothing-asked' | 'filters' | 'excluded' | 'phrase' | 'words' | 'unknown';

/** Why a document stands where it does among the hits of a query. */
export interface Explanation {
  readonly query: Omit<QueryReport, 'words'>;
  readonly document: Pick<Article, 'id' | 'title' | 'date'>;
  readonly matches: boolean;
  /** Where it matches and where not, in a sentence. */
  readonly says: string;
  /** Why it does not match. */
  readonly absence?: Absence;
  /** From 1; absent when it is not among the hits that were looked at. */
  readonly place?: number;
  readonly lookedAt: number;
  readonly totalHits: number;
  readonly words: readonly ExplainedWord[];
  /** Words of the query that the article lacks. */
  readonly lacking: readonly string[];
  /** In the order in which they decide; empty when it does not match. */
  readonly score: readonly ScorePart[];
  readonly above?: Above;
}
