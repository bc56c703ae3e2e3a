import { z } from 'zod';
import type { Service } from '../../service.js';
import { ArticlePage } from '../../web/reader/article.js';
import { AskedQuery } from '../../web/reader/asked.js';
import { WhyPage } from '../../web/reader/why-page.js';
import { documentNotFound } from '../problem.js';
import { defineRoute, NOTHING, type Route, type RouteFacts } from '../route.js';
import { scopeOf } from './search.js';

const ArticlePath = z.object({ id: z.string().meta({ description: 'Id of the article.' }) });
const MOST_SIMILAR = 6;

const PAGE = {
  method: 'get',
  tag: 'pages',
  access: 'search',
  heavy: true,
  speaks: 'html',
  answers: { 200: { description: 'The page.', type: 'text/html' } },
  problems: ['document_not_found'],
} satisfies Partial<RouteFacts>;

/** One article for readers: its text, and why a query finds it. */
export const articleRoutes = ({ readArticle, similar, explain, topics }: Service): Route[] => [
  defineRoute(
    { ...PAGE, path: '/articles/{id}', summary: 'Show an article' },
    { ...NOTHING, params: ArticlePath, query: AskedQuery },
    async ({ params: { id }, query: asked, caller }) => {
      const read = await readArticle({ id, q: asked.q, ...scopeOf(caller) });
      if (!read) throw documentNotFound('path');
      const others = await similar({ id, limit: MOST_SIMILAR, ...scopeOf(caller) });
      const { topicOf } = topics;
      const page = ArticlePage({ read, similar: others?.similar ?? [], asked, topicOf });
      return { status: 200, page };
    },
  ),
  defineRoute(
    { ...PAGE, path: '/articles/{id}/why', summary: 'Show why a query finds an article' },
    { ...NOTHING, params: ArticlePath, query: AskedQuery },
    async ({ params: { id }, query: asked, caller }) => {
      const explanation = await explain({ id, q: asked.q, ...scopeOf(caller) });
      if (!explanation) throw documentNotFound('path');
      return { status: 200, page: WhyPage({ explanation, asked }) };
    },
  ),
];
