import { z } from 'zod';
import { PageTooFarError } from '../../../search/service.js';
import { MOST_QUERY_CHARACTERS } from '../../../search/parameters.js';
import { SearchRequest } from '../../../search/request.js';
import type { SearchResponse } from '../../../search/response.js';
import { ArticlesPage, SORTS, type Found, type Wanted } from '../../../web/desk/articles-page.js';
import type { Service } from '../../../service.js';
import { NOTHING, type Route } from '../../route.js';
import { defineDeskRoute } from './desk-route.js';

const ListQuery = z.object({
  q: z.string().catch('').default(''),
  topic: z.string().max(200).catch('').default(''),
  sort: z.enum(SORTS).catch('relevance').default('relevance'),
  page: z.coerce.number().int().min(1).max(999_999_999).catch(1).default(1),
  done: z.string().optional().catch(undefined),
});

/** The articles, to find and to open. */
export function articleListRoutes(service: Service): Route[] {
  const { search, topics } = service;

  async function find({ q, topic, sort, page }: Wanted): Promise<Found> {
    const asked = { q, sort, page, ...(topic === '' ? {} : { topic }) };
    const answer = await search(SearchRequest.parse({ ...asked, highlight: false }));
    return toFound(answer);
  }

  return [
    defineDeskRoute(service)(
      { method: 'get', path: '/desk/articles', summary: 'Find articles', heavy: true },
      { ...NOTHING, query: ListQuery },
      async ({ query: { done, ...wanted }, frame }) => {
        const facts = { frame: await frame(), wanted, topics: topics.topics };
        const note = done === 'deleted' ? { note: 'deleted' as const } : {};
        if (wanted.q.length > MOST_QUERY_CHARACTERS) {
          return { status: 400, page: ArticlesPage({ ...facts, refusal: 'tooLong' }) };
        }
        try {
          const found = await find(wanted);
          return { status: 200, page: ArticlesPage({ ...facts, ...note, found }) };
        } catch (error) {
          if (!(error instanceof PageTooFarError)) throw error;
          return { status: 400, page: ArticlesPage({ ...facts, refusal: 'tooFar' }) };
        }
      },
    ),
  ];
}

const toFound = ({ hits, totalHits, totalPages, query }: SearchResponse): Found => ({
  hits,
  total: totalHits,
  pages: totalPages,
  ...(query.corrected?.searched ? { readAs: query.corrected.text } : {}),
});
