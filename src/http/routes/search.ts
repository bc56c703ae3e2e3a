import { Explanation } from '../../search/explanation.js';
import { ExplainRequest, SearchRequest } from '../../search/request.js';
import { SearchResponse } from '../../search/response.js';
import type { Service } from '../../service.js';
import type { Caller } from '../guard/caller.js';
import { documentNotFound } from '../problem.js';
import { defineRoute, NOTHING, type Reply, type Route, type RouteFacts } from '../route.js';

const SEARCH = {
  path: '/v1/search',
  tag: 'search',
  access: 'search',
  heavy: true,
  answers: { 200: { description: 'A page of hits.', schema: SearchResponse } },
  problems: ['invalid_filter', 'page_too_far'],
} satisfies Partial<RouteFacts>;

/** What a caller may see at most. */
export const scopeOf = ({ filter }: Caller) => (filter === undefined ? {} : { only: filter });

/** What readers ask. */
export function searchRoutes({ search, explain, metrics }: Service): Route[] {
  async function answer(request: SearchRequest, caller: Caller): Promise<Reply> {
    const found = await search({ ...request, ...scopeOf(caller) });
    metrics.searched(found.totalHits > 0);
    return { status: 200, body: found };
  }

  return [
    defineRoute(
      { ...SEARCH, method: 'get', summary: 'Search articles' },
      { ...NOTHING, query: SearchRequest },
      ({ query, caller }) => answer(query, caller),
    ),
    defineRoute(
      {
        ...SEARCH,
        method: 'post',
        summary: 'Search articles, with the parameters as JSON',
        description: 'The twin of GET, for filters that are too long for an address.',
      },
      { ...NOTHING, body: SearchRequest },
      ({ body, caller }) => answer(body, caller),
    ),
    defineRoute(
      {
        method: 'get',
        path: '/v1/explain',
        tag: 'search',
        summary: 'Say why an article stands where it does',
        access: 'search',
        heavy: true,
        answers: { 200: { description: 'The explanation.', schema: Explanation } },
        problems: ['invalid_filter', 'document_not_found'],
      },
      { ...NOTHING, query: ExplainRequest },
      async ({ query, caller }) => {
        const explanation = await explain({ ...query, ...scopeOf(caller) });
        if (!explanation) throw documentNotFound('query');
        return { status: 200, body: explanation };
      },
    ),
  ];
}
