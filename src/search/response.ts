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
  readonly words: readonly { readonly text: string; readonly layersTried: readonly Layer[] }[];
  readonly script: Script | 'mixed';
  /** Nothing matched as typed, and this is what the same keys type on another keyboard. */
  readonly layout?: { readonly text: string; readonly from: string; readonly to: string };
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
