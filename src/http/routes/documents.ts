import { z } from 'zod';
import { Article } from '../../../indexer/article.js';
import { isVisible } from '../../search/visible.js';
import type { Service } from '../../service.js';
import { documentNotFound } from '../problem.js';
import { defineRoute, NOTHING, type Route } from '../route.js';

const DocumentPath = z.object({ id: z.string().meta({ description: 'Id of the document.' }) });

/** What editors write, and what was written. */
export const documentRoutes = ({ engine }: Service): Route[] => [
  defineRoute(
    {
      method: 'get',
      path: '/v1/documents/{id}',
      tag: 'documents',
      summary: 'Read an article',
      access: 'search',
      answers: { 200: { description: 'The article as it came in.', schema: Article } },
      problems: ['document_not_found', 'engine_unavailable'],
    },
    { ...NOTHING, params: DocumentPath },
    async ({ params, caller }) => {
      const article = await engine.get(params.id);
      if (!article || !(await isVisible(engine, params.id, caller.filter)))
        throw documentNotFound('path');
      return { status: 200, body: article };
    },
  ),
];
