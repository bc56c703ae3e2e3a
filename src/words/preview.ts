import type { SearchEngine } from '../../indexer/engine.js';
import type { SearchDeps } from '../search/ask.js';
import { SearchRequest } from '../search/request.js';
import type { Hit, SearchResponse } from '../search/response.js';
import { createSearch, type SearchService } from '../search/service.js';
import type { SynonymGroup } from '../../indexer/lexicon/lexicon.js';

/** What a change does to one query. */
export interface Preview {
  readonly before: PreviewedList;
  readonly after: PreviewedList;
  /**
   * Whether both lists are just what a search will find. They may lack documents where very many
   * have the words of a wording that they do not carry yet: only the newest are looked at.
   */
  readonly exact: boolean;
}

export interface PreviewedList {
  readonly totalHits: number;
  readonly query: SearchResponse['query'];
  /** The first hits, at most twenty. */
  readonly hits: readonly PreviewedHit[];
}

export interface PreviewedHit {
  readonly hit: Hit;
  /** Places from 1, among the first hundred; absent where the hit is not among them. */
  readonly before?: number;
  readonly after?: number;
  readonly move: 'same' | 'up' | 'down' | 'new' | 'gone';
}

const SHOWN = 20;
const LOOKED_AT = 100;

/** Searches over two lexicons and sets the answers side by side. */
export async function previewQuery(
  deps: SearchDeps,
  lists: Readonly<Record<'before' | 'after', readonly SynonymGroup[]>>,
  q: string,
): Promise<Preview> {
  let exact = true;
  const search: SearchEngine['search'] = async (query) => {
    const result = await deps.engine.search(query);
    if (result.incomplete) exact = false;
    return result;
  };
  const engine = { ...deps.engine, search };
  const searchWith = (synonyms: readonly SynonymGroup[]): SearchService =>
    createSearch({ ...deps, engine, lexicon: { ...deps.lexicon, synonyms } });
  const request = SearchRequest.parse({ q, hitsPerPage: LOOKED_AT });
  const before = await searchWith(lists.before)(request);
  const after = await searchWith(lists.after)(request);
  const places = { before: placesOf(before), after: placesOf(after) };
  const list = ({ query, totalHits, hits }: SearchResponse): PreviewedList => ({
    query,
    totalHits,
    hits: hits.slice(0, SHOWN).map((hit) => ({
      hit,
      ...moveOf(places.before.get(hit.id), places.after.get(hit.id)),
    })),
  });
  return { before: list(before), after: list(after), exact };
}

const placesOf = ({ hits }: SearchResponse): ReadonlyMap<string, number> =>
  new Map(hits.map(({ id }, at) => [id, at + 1]));

function moveOf(before: number | undefined, after: number | undefined): Omit<PreviewedHit, 'hit'> {
  if (before === undefined) return { ...(after === undefined ? {} : { after }), move: 'new' };
  if (after === undefined) return { before, move: 'gone' };
  return { before, after, move: before === after ? 'same' : after < before ? 'up' : 'down' };
}
