import { z } from 'zod';
import { ExplainRequest, SearchRequest } from '../../../search/request.js';
import { ExplainPage, type Asked } from '../../../web/desk/explain-page.js';
import type { Service } from '../../../service.js';
import { NOTHING, type Route } from '../../route.js';
import { defineDeskRoute } from './desk-route.js';

const text = z.string().catch('').default('');
const Query = z.object({ q: text, id: text });

/** Results that are offered to choose from. */
const OFFERED = 20;

/** Why an article stands where it does. */
export const explainRoutes = (service: Service): Route[] => [
  defineDeskRoute(service)(
    { method: 'get', path: '/desk/explain', summary: 'Explain a place', heavy: true },
    { ...NOTHING, query: Query },
    async ({ query: asked, frame }) => {
      const { status, ...facts } = await answer(service, asked);
      return { status, page: ExplainPage({ frame: await frame(), asked, ...facts }) };
    },
  ),
];

async function answer({ explain, search }: Service, { q, id }: Asked) {
  if (q.trim() === '' && id === '') return { status: 200 };
  if (id === '') {
    const request = SearchRequest.safeParse({ q, hitsPerPage: OFFERED, highlight: false });
    if (!request.success) return { status: 400, refusal: 'tooLong' as const };
    return { status: 200, hits: (await search(request.data)).hits };
  }
  const request = ExplainRequest.safeParse({ q, id });
  if (!request.success) return { status: 400, refusal: 'tooLong' as const };
  const explanation = await explain(request.data);
  if (!explanation) return { status: 404, refusal: 'noArticle' as const };
  const next = explanation.above;
  const above = next && (await explain({ ...request.data, id: next.id }));
  return { status: 200, explanation, above };
}
