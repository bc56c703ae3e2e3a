import { z } from 'zod';
import { isVisible } from '../../search/visible.js';
import type { Service } from '../../service.js';
import { defineRoute, NOTHING, type Route } from '../route.js';
import { ATTRIBUTES, chooseAttributes } from './attributes.js';
import { flatDocument, pickAttributes } from './document.js';
import { IndexFacts, indexFacts, IndexList, IndexStats, indexStats } from './index-facts.js';
import { documentNotFoundHere } from './meilisearch-problem.js';
import { LIST, textOf, WHOLE } from './query-text.js';
import { MeilisearchDocument } from './response.js';
import { checkUid, IndexPath, SPEAKS } from './routes.js';
import { IndexSettings, indexSettings } from './settings.js';
import { strict } from './strict.js';
import { UNSUPPORTED } from './unsupported.js';

const Version = z
  .object({
    commitSha: z.string(),
    commitDate: z.string(),
    pkgVersion: z.string().meta({ description: 'The Meilisearch whose shapes are spoken here.' }),
  })
  .meta({ id: 'MeilisearchVersion' });

/** The Meilisearch whose requests and answers these are modelled on. */
const SPOKEN = { commitSha: 'unknown', commitDate: 'unknown', pkgVersion: '1.50.0' };

const whole = z.int().min(0).max(1_000_000_000).meta({ description: 'A whole number.' });
const Listing = strict({ offset: textOf(whole, WHOLE), limit: textOf(whole, WHOLE) });

const DocumentPath = IndexPath.extend({ id: z.string() });
const names = z.array(z.string()).meta({ description: 'Attributes, with commas between.' });
const DocumentQuery = strict({
  fields: textOf(names, LIST),
  retrieveVectors: UNSUPPORTED.retrieveVectors,
  useNetwork: UNSUPPORTED.useNetwork,
});

const facts = { ...SPEAKS, method: 'get', problems: ['not_found', 'engine_unavailable'] } as const;

/** What clients ask about the index, for those that speak as to Meilisearch. */
export const meilisearchIndexRoutes = (service: Service): Route[] => [
  defineRoute(
    {
      ...facts,
      path: '/indexes',
      summary: 'List the one index',
      answers: { 200: { description: 'The list.', schema: IndexList } },
    },
    { ...NOTHING, query: Listing },
    async ({ query: { offset = 0, limit = 20 } }) => {
      const results = [await indexFacts(service)].slice(offset, offset + limit);
      return { status: 200, body: { results, offset, limit, total: 1 } };
    },
  ),
  defineRoute(
    {
      ...facts,
      path: '/indexes/{uid}',
      summary: 'Say what the index is',
      answers: { 200: { description: 'What it is.', schema: IndexFacts } },
    },
    { ...NOTHING, params: IndexPath },
    async ({ params }) => {
      checkUid(params.uid, service.index);
      return { status: 200, body: await indexFacts(service) };
    },
  ),
  defineRoute(
    {
      ...facts,
      path: '/indexes/{uid}/stats',
      summary: 'Say what the index holds',
      answers: { 200: { description: 'The figures.', schema: IndexStats } },
    },
    { ...NOTHING, params: IndexPath },
    async ({ params, caller }) => {
      checkUid(params.uid, service.index);
      return { status: 200, body: await indexStats(service, caller.filter) };
    },
  ),
  defineRoute(
    {
      ...facts,
      path: '/indexes/{uid}/settings',
      summary: 'Say how the index is set',
      answers: { 200: { description: 'The settings.', schema: IndexSettings } },
    },
    { ...NOTHING, params: IndexPath },
    ({ params }) => {
      checkUid(params.uid, service.index);
      const { maxHits } = service.engine.capabilities;
      const { searchDeadline } = service.settings;
      const { lexicon } = service;
      return { status: 200, body: indexSettings({ lexicon, maxHits, searchDeadline }) };
    },
  ),
  defineRoute(
    {
      ...facts,
      path: '/indexes/{uid}/documents/{id}',
      summary: 'Read an article as a flat document',
      answers: { 200: { description: 'The article.', schema: MeilisearchDocument } },
      problems: ['not_found', 'document_not_found', 'engine_unavailable'],
    },
    { ...NOTHING, params: DocumentPath, query: DocumentQuery },
    async ({ params, query, caller }) => {
      checkUid(params.uid, service.index);
      const { engine } = service;
      const article = await engine.get(params.id);
      if (!article || !(await isVisible(engine, params.id, caller.filter)))
        throw documentNotFoundHere(params.id);
      const wanted = query.fields ? chooseAttributes(query.fields) : ATTRIBUTES;
      const document = flatDocument(article, service.topics);
      return { status: 200, body: pickAttributes(document, wanted) };
    },
  ),
  defineRoute(
    {
      ...facts,
      path: '/version',
      summary: 'Say which Meilisearch is spoken here',
      answers: { 200: { description: 'The version.', schema: Version } },
    },
    NOTHING,
    () => ({ status: 200, body: SPOKEN }),
  ),
];
