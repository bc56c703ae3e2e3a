import type { Article } from './article.js';
import type { SearchDocument } from './document.js';
import type { Filter } from './filter.js';
import type { HitScore } from './hit-score.js';
import type { Word } from './language/word.js';

/**
 * The port between Axtar and a search engine. The indexing job pushes documents to it, the search
 * side asks it; every engine passes the one contract suite in `tests/contract/`.
 */

/** How a query word met a document's word, best first. A weaker layer never outranks a stronger. */
export const LAYERS = ['exact', 'fold', 'stem', 'synonym', 'prefix', 'key', 'typo'] as const;
export type Layer = (typeof LAYERS)[number];

/** Years, months and days are those of Baku. */
export const FACETS = ['topic', 'author', 'source', 'lang', 'year', 'month', 'day'] as const;
export type FacetName = (typeof FACETS)[number];

export interface QueryWord {
  readonly text: string;
  readonly word: Word;
  /** Only the beginning was typed: longer words count too. */
  readonly prefix: boolean;
  /** Keys with which the name key of a completion may begin; empty unless `prefix`. */
  readonly keyPrefixes: readonly string[];
  /** Written as a name. */
  readonly name: boolean;
  /** It only makes a sentence of a question (kim oldu): documents may well lack it. */
  readonly light?: boolean;
}

/** Words [from, to] of the query may be said in these other words instead. */
export interface Alternative {
  readonly from: number;
  readonly to: number;
  readonly words: readonly Word[];
  /** The query's own words, spelt otherwise: not a synonym that somebody has listed. */
  readonly respelt?: true;
}

/** Words [from, to] of the query must stand side by side, as written but for diacritics. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
}

export interface Filters {
  /** OR within a list, AND between lists. `author` holds author ids. */
  readonly topic?: readonly string[];
  readonly author?: readonly string[];
  readonly source?: readonly string[];
  readonly lang?: readonly string[];
  /** Inclusive bounds in seconds since 1970. */
  readonly from?: number;
  readonly to?: number;
  /** Holds besides, for the counts of every facet too: what a reader may not see is not counted. */
  readonly where?: Filter;
}

export type Sort = 'relevance' | 'date:desc' | 'date:asc';

/**
 * What follows when few documents have every word: nothing (`all`), or documents that lack some.
 * `frequency` gives up the commonest words first, `last` the last ones of the query; a quoted
 * phrase is never given up.
 */
export type Matching = 'frequency' | 'last' | 'all';

/** A place in the order of dates: of documents of one date, and of the undated, `n` decides. */
export interface Place {
  /** Seconds since 1970; absent for a document without a date. */
  readonly time?: number;
  /** The number under which the document came in: no other has it, and no rebuild changes it. */
  readonly n: number;
}

export interface EngineQuery {
  /** None: every document, newest first. */
  readonly words: readonly QueryWord[];
  readonly alternatives: readonly Alternative[];
  readonly phrases: readonly Phrase[];
  /** Each entry is a word or phrase that must not occur. */
  readonly excluded: readonly (readonly Word[])[];
  /** Whether unknown words may be read as misspelt. */
  readonly typos: boolean;
  readonly matching: Matching;
  readonly filters: Filters;
  readonly sort: Sort;
  /**
   * Only the documents that come after this place, for going through more of them than can be
   * paged to; goes with a sort by date, with `matching: 'all'` and an `offset` of 0. Counts stay
   * those of all matches.
   */
  readonly after?: Place;
  readonly offset: number;
  /** 0 for the counts alone. */
  readonly limit: number;
  readonly facets: readonly FacetName[];
}

export interface EngineHit {
  readonly article: Article;
  readonly authorId?: string;
  /** The layer of each query word in this document; absent where the word does not occur. */
  readonly layers: readonly (Layer | undefined)[];
  /** Every word met exactly and side by side, in the order of the query. */
  readonly phrase: boolean;
  /**
   * Number of the first word of the body that meets the query, -1 when none does; absent where the
   * engine cannot tell. Spares reading long bodies again.
   */
  readonly bodyAt?: number;
  readonly score: HitScore;
  /** Where it stands in the order of dates; given when that was asked for. */
  readonly place?: Place;
}

/** What the engine made of one query word. */
export interface WordReport {
  /** Whether the index knows the word otherwise than as a misspelling. */
  readonly known: boolean;
  /** Not known, but some name in the index has its key. */
  readonly sounded: boolean;
  readonly layersTried: readonly Layer[];
  /** Words of the index that it was read as, likeliest first. */
  readonly corrections: readonly Word[];
  /** Words that may have been meant instead of a known but rare one; they were not searched for. */
  readonly proposals: readonly Word[];
  /** The first proposal is likelier than the word as it was typed. */
  readonly doubtful: boolean;
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
  /** The form to show, where it differs from the value. */
  readonly name?: string;
}

export interface EngineResult {
  readonly hits: readonly EngineHit[];
  /** Documents that match query and filters: exact. */
  readonly total: number;
  /** Exact and disjunctive: a facet is counted as if its own filter were not set. */
  readonly facets: Readonly<Partial<Record<FacetName, readonly FacetValue[]>>>;
  readonly words: readonly WordReport[];
  /**
   * A wording of several words was listed only just now, or is only tried, and documents that hold
   * it may be missing.
   */
  readonly incomplete?: true;
  /**
   * The earliest and the latest date of the documents that match query and filters, in seconds
   * since 1970; given when years, months or days are counted and some document has a date.
   */
  readonly dates?: { readonly first: number; readonly last: number };
}

export interface EngineStats {
  readonly documents: number;
  readonly words: number;
  readonly bytes: number;
  /** RFC 3339 instant of the last acknowledged write; absent in a new index. */
  readonly updatedAt?: string;
  /** Fingerprint of the analysis that the documents went through. */
  readonly analysis: string;
  /**
   * Another one after every write, switch and rollback that searches can see, whichever process
   * made it; the same for every process until then. It says nothing of `config/`.
   */
  readonly revision: string;
}

export interface RebuildProgress {
  readonly done: number;
  readonly total: number;
}

export interface EngineCapabilities {
  readonly name: string;
  /** Hits that can be paged to: offset + limit may not pass it. */
  readonly maxHits: number;
  /** Above so many matches only the best-matching newest ones are ranked by relevance. */
  readonly rankedHits: number;
  /** Writes that are worth having on their way at once: one that takes them together wants more. */
  readonly writesAtOnce: number;
}

export interface SearchEngine {
  readonly capabilities: EngineCapabilities;
  /**
   * Adds or replaces by id. Resolves when the documents are durable and will be found.
   * @throws DocumentsRefusedError when the engine cannot hold some of them; the others are written
   */
  upsert(documents: readonly SearchDocument[]): Promise<void>;
  /** Returns how many of the ids existed. */
  remove(ids: readonly string[]): Promise<number>;
  get(id: string): Promise<Article | undefined>;
  search(query: EngineQuery): Promise<EngineResult>;
  stats(): Promise<EngineStats>;
  /**
   * Documents and removals that are acknowledged and not yet on their way to the index; told while
   * the engine is away, too. Absent where nothing ever waits.
   */
  waiting?(): number;
  /** Every article, in the order in which they came in. */
  articles(): AsyncIterable<Article>;
  /**
   * Analyses every stored article anew beside the live index and switches to the result at once;
   * searches and writes go on, and writes acknowledged meanwhile are in the result.
   * @throws EngineError `rebuild_running` when another rebuild is under way.
   */
  rebuild(onProgress?: (progress: RebuildProgress) => void, signal?: AbortSignal): Promise<void>;
  /**
   * Makes the index that was live before the last rebuild live again, with what was written since;
   * absent where no former index is kept.
   * @throws EngineError `rebuild_running`, or `unavailable` when there is none
   */
  rollback?(): Promise<RollbackReport>;
  /**
   * Brings the live index in step with `config/` and the editors' words without a rebuild and says
   * what that changes, one line each; a push that fails changes no search. Absent where the engine
   * reads the words itself.
   */
  push?(options: PushOptions): Promise<readonly string[]>;
  close(): Promise<void>;
}

export interface PushOptions {
  readonly dryRun: boolean;
  /** Leaves all settings but the synonyms as they are. */
  readonly wordsOnly?: boolean;
  /** Told of the documents that were looked at for new wordings. */
  readonly onProgress?: (progress: RebuildProgress) => void;
}

/** What a rollback did. */
export interface RollbackReport {
  /** RFC 3339 instant at which the index was built that is live again. */
  readonly builtAt: string;
  /** Articles written, and articles removed, since it was replaced: it has caught up with these. */
  readonly updated: number;
  readonly removed: number;
}

export type EngineErrorCode =
  'rebuild_running' | 'index_locked' | 'index_unusable' | 'document_refused' | 'unavailable';

/** An engine cannot do what was asked; the message says why and what to do. */
export class EngineError extends Error {
  override readonly name = 'EngineError';

  constructor(
    readonly code: EngineErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The engine does not take some documents, and never will as they are; it has taken the others. */
export class DocumentsRefusedError extends EngineError {
  constructor(
    readonly refusals: readonly { readonly id: string; readonly reason: string }[],
    options?: ErrorOptions,
  ) {
    const [first] = refusals;
    const more = refusals.length > 1 ? ` (and ${refusals.length - 1} more)` : '';
    super('document_refused', `${first?.id ?? ''}: ${first?.reason ?? ''}${more}`, options);
  }
}
