import type { FacetName, Layer } from '../../indexer/engine.js';
import type { Script } from '../../indexer/language/script.js';

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface HitWord {
  readonly text: string;
  readonly layer: Layer;
}

/** An article as an answer shows it. Texts in `_formatted` are HTML: escaped, with `<mark>`. */
export interface Hit {
  readonly id: string;
  /** The title for the end of a link; readable, not unique, never an id. */
  readonly slug: string;
  readonly title: string;
  readonly snippet: string;
  readonly date?: string;
  readonly author?: Named & { readonly role?: string };
  readonly topics: readonly Named[];
  readonly source?: string;
  readonly url?: string;
  readonly lang: string;
  readonly _formatted?: {
    readonly title: string;
    readonly snippet: string;
    readonly author?: string;
  };
  /** The weakest layer that was needed, and the layer of each word that the article has. */
  readonly match: { readonly layer?: Layer | 'phrase'; readonly words: readonly HitWord[] };
}

export interface QueryReport {
  readonly q: string;
  /** The words that were searched for, as the analyzer reads them. */
  readonly normalized: string;
  readonly words: readonly QueryWordReport[];
  readonly script: Script | 'mixed';
  /** Nothing matched as typed, and this is what the same keys type on another keyboard. */
  readonly layout?: { readonly text: string; readonly from: string; readonly to: string };
  /** What was typed as it was read, where it had to be read otherwise than as typed. */
  readonly corrected?: {
    readonly text: string;
    /** Whether this was searched for; otherwise it is but proposed, beside the literal results. */
    readonly searched: boolean;
    readonly words: readonly {
      readonly typed: string;
      readonly read: string;
      readonly by: 'misspelling' | 'spelling of a name' | 'script' | 'keyboard';
    }[];
  };
}

export interface QueryWordReport {
  readonly text: string;
  readonly layersTried: readonly Layer[];
  /** Folded words of the index that an unknown word was read as, likeliest first. */
  readonly readAs?: readonly string[];
  /** Folded words that may have been meant instead of a rare one; not searched for. */
  readonly proposed?: readonly string[];
}

export interface SearchResponse {
  readonly query: QueryReport;
  readonly hits: readonly Hit[];
  readonly page: number;
  readonly hitsPerPage: number;
  readonly totalHits: number;
  readonly totalPages: number;
  /** Value → exact count. Topics and authors are counted by id. */
  readonly facetDistribution: Partial<Record<FacetName, Record<string, number>>>;
  /** Names to show for the ids in `facetDistribution`. */
  readonly facetNames: Partial<Record<FacetName, Record<string, string>>>;
  readonly processingTimeMs: number;
}
