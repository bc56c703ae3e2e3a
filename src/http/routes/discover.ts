import { z } from 'zod';
import {
  FacetPath,
  FacetValuesQuery,
  FacetValuesResponse,
} from '../../search/facet-values-shapes.js';
import { SimilarQuery, SimilarResponse } from '../../search/similar-shapes.js';
import { SuggestRequest } from '../../search/suggest/request.js';
import { SuggestResponse } from '../../search/suggest/response.js';
import { suggestWithin } from '../../search/suggest/scoped.js';
import type { Service } from '../../service.js';
import { documentNotFound } from '../problem.js';
import { defineRoute, NOTHING, type Route } from '../route.js';
import { scopeOf } from './search.js';

const DocumentPath = z.object({ id: z.string().meta({ description: 'Id of the article.' }) });

/** What helps readers find their way: completions, values of facets, articles on the same story. */
export const discoverRoutes = ({ suggester, facetValues, similar, engine }: Service): Route[] => [
  defineRoute(
    {
      method: 'get',
      path: '/v1/suggest',
      tag: 'search',
      summary: 'Complete what is being typed',
      access: 'search',
      heavy: true,
      answers: { 200: { description: 'Completions, best first.', schema: SuggestResponse } },
      problems: [],
    },
    { ...NOTHING, query: SuggestRequest },
    async ({ query, caller: { filter } }) => ({
      status: 200,
      body: filter
        ? await suggestWithin(query, filter, suggester, engine)
        : await suggester.suggest(query),
    }),
  ),
  defineRoute(
    {
      method: 'get',
      path: '/v1/facets/{name}',
      tag: 'search',
      summary: 'Find values of a facet by any word of their names',
      access: 'search',
      heavy: true,
      answers: {
        200: { description: 'The values, the most frequent first.', schema: FacetValuesResponse },
      },
      problems: ['invalid_filter'],
    },
    { ...NOTHING, params: FacetPath, query: FacetValuesQuery },
    async ({ params, query, caller }) => ({
      status: 200,
      body: await facetValues({ ...params, ...query, ...scopeOf(caller) }),
    }),
  ),
  defineRoute(
    {
      method: 'get',
      path: '/v1/similar/{id}',
      tag: 'search',
      summary: 'Find other articles on the same story',
      access: 'search',
      heavy: true,
      answers: { 200: { description: 'Other articles, best first.', schema: SimilarResponse } },
      problems: ['document_not_found'],
    },
    { ...NOTHING, params: DocumentPath, query: SimilarQuery },
    async ({ params, query, caller }) => {
      const found = await similar({ ...params, ...query, ...scopeOf(caller) });
      if (!found) throw documentNotFound('path');
      return { status: 200, body: found };
    },
  ),
];
