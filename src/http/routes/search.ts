import { Explanation } from '../../search/explanation.js';
import { ExplainRequest, SearchRequest } from '../../search/request.js';
import { SearchResponse } from '../../search/response.js';
import type { Service } from '../../service.js';
import { documentNotFound } from '../problem.js';
import { defineRoute, NOTHING, type Route } from '../route.js';

/** What readers ask. */
export const searchRoutes = ({ search, explain, metrics }: Service): Route[] => [
  defineRoute(
    {
      method: 'get',
      path: '/v1/search',
      tag: 'search',
      summary: 'Search articles',
      access: 'search',
      heavy: true,
      answers: { 200: { description: 'A page of hits.', schema: SearchResponse } },
      problems: ['page_too_far'],
    },
    { ...NOTHING, query: SearchRequest },
    async ({ query }) => {
      const found = await search(query);
      metrics.searched(found.totalHits > 0);
      return { status: 200, body: found };
    },
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
      problems: ['document_not_found'],
    },
    { ...NOTHING, query: ExplainRequest },
    async ({ query }) => {
      const explanation = await explain(query);
      if (!explanation) throw documentNotFound('query');
      return { status: 200, body: explanation };
    },
  ),
];
