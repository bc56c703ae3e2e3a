import { z } from 'zod';
import { Article } from '../../../indexer/article.js';
import type { RecordToArticle } from '../../../indexer/sources/source.js';
import { isVisible } from '../../search/visible.js';
import type { Service } from '../../service.js';
import { checkConditions, entityTag, readConditions } from '../entity-tag.js';
import { documentNotFound, Problem } from '../problem.js';
import { defineRoute, NOTHING, type Reply, type Route, type RouteFacts } from '../route.js';

const DocumentPath = z.object({ id: z.string().meta({ description: 'Id of the document.' }) });
const NewDocumentPath = z.object({
  id: Article.shape.id.meta({ description: 'Id of the document.' }),
});

/** What the record holds is checked where records of files are. */
const DocumentRecord = z.record(z.string(), z.unknown()).meta({
  id: 'DocumentRecord',
  description:
    'A document as sources write it: `title` or `body` at least; `null` stands for absent, unknown fields are ignored.',
  example: { title: 'Yeni park', body: 'Bakıda park salınıb.', date: '2025-10-23', lang: 'az' },
});

const ONE = { path: '/v1/documents/{id}', tag: 'documents' } satisfies Partial<RouteFacts>;
const IF_MATCH = 'Only when the stored document has one of these entity tags.';

/** Single articles: read, written, deleted. */
export function documentRoutes({ engine, toArticle, toDocument, inTurn }: Service): Route[] {
  async function store(article: Article): Promise<Article> {
    await engine.upsert([toDocument(article)]);
    return (await engine.get(article.id)) ?? article;
  }

  return [
    defineRoute(
      {
        ...ONE,
        method: 'get',
        summary: 'Read an article',
        access: 'search',
        answers: { 200: { description: 'The article as it came in.', schema: Article } },
        problems: ['document_not_found', 'engine_unavailable'],
        headers: { 'If-None-Match': 'Answers 304 when the article has this entity tag.' },
      },
      { ...NOTHING, params: DocumentPath },
      async ({ params, caller }) => {
        const article = await engine.get(params.id);
        if (!article || !(await isVisible(engine, params.id, caller.filter)))
          throw documentNotFound('path');
        return tagged(200, article);
      },
    ),
    defineRoute(
      {
        ...ONE,
        method: 'put',
        summary: 'Add or replace an article',
        description: 'Answers when the article is durable and will be found.',
        access: 'editor',
        answers: {
          200: { description: 'Replaced: the article as it is stored.', schema: Article },
          201: { description: 'Added: the article as it is stored.', schema: Article },
        },
        problems: ['invalid_document', 'precondition_failed', 'engine_unavailable'],
        headers: { 'If-Match': IF_MATCH, 'If-None-Match': '* only adds, and replaces nothing.' },
      },
      { ...NOTHING, params: NewDocumentPath, body: DocumentRecord },
      ({ params: { id }, body, request }) => {
        const conditions = readConditions(request);
        const article = articleOf(id, body, toArticle);
        return inTurn(id, async () => {
          const former = await engine.get(id);
          checkConditions(conditions, former);
          return tagged(former ? 200 : 201, await store(article));
        });
      },
    ),
    defineRoute(
      {
        ...ONE,
        method: 'delete',
        summary: 'Delete an article',
        access: 'editor',
        answers: { 204: { description: 'Deleted.' } },
        problems: ['document_not_found', 'precondition_failed', 'engine_unavailable'],
        headers: { 'If-Match': IF_MATCH },
      },
      { ...NOTHING, params: DocumentPath },
      ({ params: { id }, request }) => {
        const conditions = readConditions(request);
        return inTurn(id, async () => {
          const former = await engine.get(id);
          if (!former) throw documentNotFound('path');
          checkConditions(conditions, former);
          await engine.remove([id]);
          return { status: 204 };
        });
      },
    ),
  ];
}

function tagged(status: number, article: Article): Reply {
  const added =
    status === 201 ? { Location: `/v1/documents/${encodeURIComponent(article.id)}` } : {};
  return { status, body: article, headers: { ETag: entityTag(article), ...added } };
}

/** The article of a record; its id is that of the address. */
function articleOf(
  id: string,
  record: Readonly<Record<string, unknown>>,
  toArticle: RecordToArticle,
): Article {
  const place = 'body';
  const named = record['id'] === undefined || record['id'] === null ? { ...record, id } : record;
  const article = toArticle({ place, record: named, idBase: { name: id, shared: false } });
  if (article.id === id) return article;
  const message = 'expected the id of the address, without white space around it, or none';
  throw new Problem('invalid_document', `id: ${message}`, [{ in: 'body', path: 'id', message }]);
}
