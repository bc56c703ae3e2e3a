import { Explanation } from '../../search/explanation.js';
import { ExplainRequest, SearchRequest } from '../../search/request.js';
import { SearchResponse } from '../../search/response.js';
import type { Service } from '../../service.js';
import type { Caller } from '../guard/caller.js';
import { documentNotFound } from '../problem.js';
import {
  defineRoute,
  NOTHING,
  type Input,
  type Reply,
  type Route,
  type RouteFacts,
} from '../route.js';

/** Says that somebody is still typing: such a search is not counted among those that were made. */
const TYPING = 'X-Axtar-Typing';

const SEARCH = {
  path: '/v1/search',
  tag: 'search',
  access: 'search',
  heavy: true,
  answers: { 200: { description: 'A page of hits.', schema: SearchResponse } },
  problems: ['invalid_filter', 'page_too_far'],
  headers: { [TYPING]: '1 while somebody is still typing: the search is not counted.' },
} satisfies Partial<RouteFacts>;

/** Who asks, and how. */
type From = Pick<Input<unknown, unknown, unknown>, 'caller' | 'request'>;

/** What a caller may see at most. */
export const scopeOf = ({ filter }: Caller) => (filter === undefined ? {} : { only: filter });

/** What readers ask. */
export function searchRoutes({ search, explain, metrics, queryLog }: Service): Route[] {
  async function answer(request: SearchRequest, { caller, request: sent }: From): Promise<Reply> {
    const found = await search({ ...request, ...scopeOf(caller) });
    metrics.searched(found.totalHits > 0);
    const isFirst = request.page === 1 && request.after === undefined;
    if (isFirst && request.q.trim() !== '' && sent.get(TYPING) === undefined) {
      const { totalHits: total, query } = found;
      queryLog.searched({ q: request.q, total, corrected: query.corrected !== undefined });
    }
    return { status: 200, body: found };
  }

  return [
    defineRoute(
      { ...SEARCH, method: 'get', summary: 'Search articles' },
      { ...NOTHING, query: SearchRequest },
      ({ query, ...from }) => answer(query, from),
    ),
    defineRoute(
      {
        ...SEARCH,
        method: 'post',
        summary: 'Search articles, with the parameters as JSON',
        description: 'The twin of GET, for filters that are too long for an address.',
      },
      { ...NOTHING, body: SearchRequest },
      ({ body, ...from }) => answer(body, from),
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
