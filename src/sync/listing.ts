import type { ExtractionRules } from '../../indexer/extraction/rules.js';
import type { RecordToArticle, SourceItem } from '../../indexer/sources/source.js';
import type { Fetcher } from './fetcher.js';
import type { KnownEntry, Mark, SyncState } from './state.js';

/** Something that a source lists: a page, an item, a post, a file. */
export interface Listed {
  /** What it is known by within its source. */
  readonly key: string;
  /** Where a person finds it. */
  readonly address: string;
  /** Changes when it changes; absent where the listing does not say. */
  readonly stamp?: string | undefined;
  /** Milliseconds after which it is read again where no stamp speaks for it; a day unless said. */
  readonly recheckAfter?: number;
  /** @throws FetchError, HtmlError, XmlError, RecordError: nothing can be made of it now */
  read(known: KnownEntry | undefined): Promise<Reading>;
}

/** What was found where something listed leads to. */
export type Reading =
  | { readonly kind: 'unchanged' }
  /** The page answers 404 or 410. */
  | { readonly kind: 'gone' }
  | {
      readonly kind: 'read';
      readonly items: Iterable<SourceItem> | AsyncIterable<SourceItem>;
      readonly etag?: string | undefined;
      readonly lastModified?: string | undefined;
    };

/** What is known of a listing once all of it was read. */
export interface ListingEnd {
  /** Everything that the source has was listed, so that what was not may be gone. */
  readonly whole: boolean;
  /** Keys of what is listed and known to be as it was. */
  readonly also?: ReadonlySet<string>;
  /** To be remembered when all that was listed has been dealt with. */
  readonly marks: readonly Mark[];
  /** Parts of the listing that could not be read. */
  readonly failures: readonly { readonly address: string; readonly error: unknown }[];
}

export interface ListingContext {
  readonly fetcher: Fetcher;
  readonly state: SyncState;
  readonly rules: ExtractionRules;
  readonly toArticle: RecordToArticle;
  readonly signal?: AbortSignal | undefined;
  readonly now: () => number;
  /** The folder of the data, which relative paths start from. */
  readonly folder: string;
}

/** Lists what a source has, in the order in which it is to be read. */
export type Listing = AsyncGenerator<Listed, ListingEnd>;

/** Nothing is new since the last time. */
export const NOTHING_NEW: ListingEnd = { whole: false, marks: [], failures: [] };
