import type { Language } from '../language.js';

/** What the modules of the element hand to each other; nothing of this is loaded by a browser. */

/** What the attributes of the element say. */
export interface Settings {
  /** Origin of the service, without a slash at its end. */
  readonly endpoint: string;
  /** Whether results are shown under the box; else the box leads to `target`. */
  readonly inline: boolean;
  /** Address of the page of results. */
  readonly target: string;
  /** Name of the parameter of an address that holds the query. */
  readonly parameter: string;
  /** Whether the address of the page follows what is asked. */
  readonly followsAddress: boolean;
  readonly lang: Language;
  readonly placeholder: string | undefined;
  /** Name of the form and the results for assistive technology. */
  readonly label: string | undefined;
  /** Only articles of these are found. */
  readonly topics: readonly string[];
  readonly sources: readonly string[];
  readonly key: string | undefined;
  readonly perPage: number;
  readonly opensNew: boolean;
  /** Whether the service may count searches and openings. */
  readonly counts: boolean;
}

/** What can be chosen beside the words. */
export type ListName = 'topic' | 'author' | 'source' | 'year';

/** What a reader asks. */
export interface Asked extends Readonly<Record<ListName, readonly string[]>> {
  readonly q: string;
}

/** A stretch of text, and whether the query met it. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Hit {
  readonly id: string;
  readonly title: readonly Piece[];
  readonly snippet: readonly Piece[];
  /** Day in Baku, such as `2025-10-23`; empty where none is known. */
  readonly day: string;
  readonly author: Named | undefined;
  readonly topics: readonly Named[];
  readonly source: string;
  readonly url: string;
  readonly lang: string;
}

export interface FacetValue extends Named {
  readonly count: number;
}

/** What was made of the words, where that has to be said. */
export interface Note {
  readonly kind: 'layout' | 'readAs' | 'didYouMean';
  readonly text: string;
}

export interface Answer {
  readonly hits: readonly Hit[];
  readonly totalHits: number;
  readonly page: number;
  readonly totalPages: number;
  readonly facets: ReadonlyMap<ListName, readonly FacetValue[]>;
  readonly note: Note | undefined;
  readonly corrected: boolean;
}

export interface Suggestion {
  readonly kind: string;
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly id: string;
}

/** What is told to the service's own count of what readers look for. */
export type ReaderEvent =
  | { readonly type: 'search'; q: string; total: number; corrected: boolean }
  | { readonly type: 'open'; q: string; id: string };
