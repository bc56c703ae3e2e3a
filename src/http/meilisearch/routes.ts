import { z } from 'zod';
import type { Filter } from '../../../indexer/filter.js';
import type { Service } from '../../service.js';
import { defineRoute, NOTHING, type Route, type RouteFacts } from '../route.js';
import { createFacetSearch } from './facet-search.js';
import { indexNotFound } from './meilisearch-problem.js';
import { searchAll } from './multi-search.js';
import { SearchQuery } from './query.js';
import { FacetSearchBody, MultiSearchBody, SearchBody } from './request.js';
import { FacetSearchAnswer, MultiSearchAnswer, SearchAnswer } from './response.js';
import { createMeilisearchSearch } from './search.js';

export const IndexPath = z.object({
  uid: z.string().meta({ description: 'The setting AXTAR_INDEX, `articles` unless said.' }),
});

/** @throws MeilisearchProblem `index_not_found`: there is one index */
export function checkUid(uid: string, index: string): void {
  if (uid !== index) throw indexNotFound(uid);
}

/** What all these routes share. */
export const SPEAKS = {
  tag: 'meilisearch',
  access: 'search',
  speaks: 'meilisearch',
} as const satisfies Partial<RouteFacts>;

/** Searching, for clients that speak as to Meilisearch. */
export function meilisearchSearchRoutes(service: Service): Route[] {
  const search = createMeilisearchSearch(service);
  const searchFacet = createFacetSearch(service);
  const inIndex = async (uid: string, body: SearchBody, forced: Filter | undefined) => {
    checkUid(uid, service.index);
    return { status: 200, body: await search(body, forced) };
  };
  const facts = { ...SPEAKS, heavy: true, problems: ['not_found', 'invalid_filter'] } as const;
  const found = { 200: { description: 'A page of hits.', schema: SearchAnswer } };
  return [
    defineRoute(
      {
        ...facts,
        method: 'post',
        path: '/indexes/{uid}/search',
        summary: 'Search articles',
        answers: found,
      },
      { ...NOTHING, params: IndexPath, body: SearchBody },
      ({ params, body, caller }) => inIndex(params.uid, body, caller.filter),
    ),
    defineRoute(
      {
        ...facts,
        method: 'get',
        path: '/indexes/{uid}/search',
        summary: 'Search articles',
        answers: found,
      },
      { ...NOTHING, params: IndexPath, query: SearchQuery },
      ({ params, query, caller }) => inIndex(params.uid, query, caller.filter),
    ),
    defineRoute(
      {
        ...facts,
        method: 'post',
        path: '/multi-search',
        summary: 'Answer several searches at once',
        answers: { 200: { description: 'An answer a query.', schema: MultiSearchAnswer } },
      },
      { ...NOTHING, body: MultiSearchBody },
      async ({ body, caller, signal }) => {
        const ask = (query: SearchBody) => search(query, caller.filter);
        const results = await searchAll(body.queries, { ask, index: service.index, signal });
        return { status: 200, body: { results } };
      },
    ),
    defineRoute(
      {
        ...facts,
        method: 'post',
        path: '/indexes/{uid}/facet-search',
        summary: "Search a facet's values",
        answers: { 200: { description: 'Values with their counts.', schema: FacetSearchAnswer } },
      },
      { ...NOTHING, params: IndexPath, body: FacetSearchBody },
      async ({ params, body, caller }) => {
        checkUid(params.uid, service.index);
        return { status: 200, body: await searchFacet(body, caller.filter) };
      },
    ),
  ];
}
