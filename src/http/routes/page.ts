import { authorId } from '../../../indexer/document.js';
import { formatBaku } from '../../../indexer/extraction/baku-time.js';
import { SearchRequest } from '../../search/request.js';
import type { SearchResponse } from '../../search/response.js';
import type { Service } from '../../service.js';
import type { Asked } from '../../web/reader/address.js';
import { AskedQuery } from '../../web/reader/asked.js';
import { SearchPage } from '../../web/reader/page.js';
import type { View } from '../../web/reader/view.js';
import { defineRoute, NOTHING, type Route } from '../route.js';
import { scopeOf } from './search.js';

/** The search as readers see it, rendered whole: with a script or without one. */
export function pageRoutes({ search, topics, analyzer, metrics }: Service): Route[] {
  /** Topics and authors may be given by name; the page goes on with their ids. */
  function known(asked: Asked, { facetDistribution }: SearchResponse): Asked {
    const authors = facetDistribution.author ?? {};
    return {
      ...asked,
      topic: asked.topic.map((topic) => topics.topicOf(topics.mapTopic(topic)).id),
      author: asked.author.map((name) => (name in authors ? name : authorId(name, analyzer))),
    };
  }

  const namesOf = ({ topic }: Asked, { facetNames }: SearchResponse): View['names'] => ({
    topic: {
      ...Object.fromEntries(topic.map((id) => [id, topics.topicOf(id).name])),
      ...facetNames.topic,
    },
    author: { ...facetNames.author },
    source: {},
  });

  return [
    defineRoute(
      {
        method: 'get',
        path: '/',
        tag: 'pages',
        summary: 'Show the search page',
        access: 'search',
        heavy: true,
        speaks: 'html',
        answers: { 200: { description: 'The page.', type: 'text/html' } },
        problems: ['page_too_far'],
      },
      { ...NOTHING, query: AskedQuery },
      async ({ query, caller }) => {
        const answer = await search({ ...toRequest(query), ...scopeOf(caller) });
        metrics.searched(answer.totalHits > 0);
        const asked = known(query, answer);
        const view = { asked, answer, today: today(), names: namesOf(asked, answer) };
        return { status: 200, page: SearchPage({ view }) };
      },
    ),
  ];
}

/** What the page asks of the search. */
const toRequest = ({ q, topic, author, source, from, to, sort, page }: Asked): SearchRequest => ({
  ...SearchRequest.parse({ q, topic, author, source, from, to, sort, distinct: 'story' }),
  page,
  facets: ['topic', 'author', 'source', 'month'],
});

/** The day that it is in Baku. */
const today = (): string => (formatBaku(Date.now()) ?? '').slice(0, 10);
