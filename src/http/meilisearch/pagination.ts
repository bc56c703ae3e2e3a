/** How hits are asked for: by offset, or by pages that are counted. */
export interface Paged {
  readonly offset?: number | null | undefined;
  readonly limit?: number | null | undefined;
  readonly page?: number | null | undefined;
  readonly hitsPerPage?: number | null | undefined;
}

export interface Window {
  readonly offset: number;
  readonly limit: number;
}

const USUAL_HITS = 20;

const isCounted = ({ page, hitsPerPage }: Paged): boolean =>
  (page ?? undefined) !== undefined || (hitsPerPage ?? undefined) !== undefined;

/**
 * The hits that are asked for, as far as they can be paged to; page 0 has none.
 *
 * @example windowOf({ page: 2, hitsPerPage: 10 }, 10_000) // { offset: 10, limit: 10 }
 */
export function windowOf(asked: Paged, maxHits: number): Window {
  const { offset, limit } = isCounted(asked) ? pageWindow(asked) : offsetWindow(asked);
  const start = Math.min(offset, maxHits);
  return { offset: start, limit: Math.min(limit, maxHits - start) };
}

function pageWindow({ page, hitsPerPage }: Paged): Window {
  const limit = hitsPerPage ?? USUAL_HITS;
  return page === 0 ? { offset: 0, limit: 0 } : { offset: ((page ?? 1) - 1) * limit, limit };
}

const offsetWindow = ({ offset, limit }: Paged): Window => ({
  offset: offset ?? 0,
  limit: limit ?? USUAL_HITS,
});

export type Totals =
  | { readonly limit: number; readonly offset: number; readonly estimatedTotalHits: number }
  | {
      readonly hitsPerPage: number;
      readonly page: number;
      readonly totalPages: number;
      readonly totalHits: number;
    };

/**
 * What an answer says of its place among all hits. Both totals are exact; pages are those that can
 * be paged to.
 *
 * @example totalsOf({ hitsPerPage: 10 }, 35, 10_000) // { hitsPerPage: 10, page: 1, totalPages: 4, totalHits: 35 }
 */
export function totalsOf(asked: Paged, total: number, maxHits: number): Totals {
  if (!isCounted(asked)) return { ...offsetWindow(asked), estimatedTotalHits: total };
  const hitsPerPage = asked.hitsPerPage ?? USUAL_HITS;
  const pages = (hits: number) => (hitsPerPage === 0 ? 0 : Math.ceil(hits / hitsPerPage));
  return {
    hitsPerPage,
    page: asked.page ?? 1,
    totalPages: pages(Math.min(total, maxHits)),
    totalHits: total,
  };
}
