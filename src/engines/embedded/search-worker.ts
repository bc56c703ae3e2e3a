import { z } from 'zod';
import { Article } from '../../../indexer/article.js';
import type { EngineQuery, EngineResult, EngineStats } from '../../../indexer/engine.js';
import { createAnalyzer } from '../../../indexer/language/analyzer.js';
import { openFolder } from './location.js';
import { serveCalls, startData } from './rpc.js';
import { readMeta, revisionOf } from './schema.js';
import { search } from './search.js';
import { loadEngineSettings } from '../settings.js';
import { openSnapshots } from './snapshot.js';
import { toStored } from '../stored-text.js';

/** Reads from the index in a thread of its own, so that no search waits for another's HTTP. */
export type SearchService = typeof service;

const settings = loadEngineSettings();
const analyzer = createAnalyzer();
const snapshots = openSnapshots(openFolder(z.string().parse(startData())), settings);

const Stored = z.tuple([z.string()]);
const Numbers = z.tuple([z.int()]);

const service = {
  search: (query: EngineQuery): EngineResult =>
    snapshots.read((snapshot) => search(query, { snapshot, analyzer, settings })),

  get: (id: string): Article | undefined =>
    snapshots.read(({ connection }) => {
      const json = connection.one(
        Stored,
        'SELECT article FROM docs WHERE id = ?',
        toStored(id),
      )?.[0];
      return json === undefined ? undefined : parseArticle(json);
    }),

  stats: (): EngineStats =>
    snapshots.read(({ connection, columns }) => {
      const count = (sql: string) => connection.one(Numbers, sql)?.[0] ?? 0;
      const updatedAt = readMeta(connection, 'updated_at');
      return {
        documents: columns.documents,
        words: count('SELECT count(*) FROM vocab'),
        bytes: count('SELECT page_count * page_size FROM pragma_page_count, pragma_page_size'),
        ...(updatedAt === undefined ? {} : { updatedAt }),
        analysis: readMeta(connection, 'analysis') ?? '',
        revision: revisionOf(connection),
      };
    }),
};

const parseArticle = (json: string): Article => Article.parse(JSON.parse(json));

serveCalls(service);
