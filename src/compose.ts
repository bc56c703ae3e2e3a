import { join } from 'node:path';
import { createDocumentMaker, type DocumentMaker } from '../indexer/document.js';
import type { SearchEngine } from '../indexer/engine.js';
import { createRecordReader } from '../indexer/extraction/article.js';
import { loadExtractionRules } from '../indexer/extraction/rules.js';
import { createTopicTagger } from '../indexer/extraction/tagger.js';
import {
  createTopicCatalogue,
  loadTopics,
  type TopicCatalogue,
} from '../indexer/extraction/topics.js';
import { createAnalyzer, type Analyzer } from '../indexer/language/analyzer.js';
import { loadLexicon } from '../indexer/lexicon/lexicon.js';
import type { RecordToArticle } from '../indexer/sources/source.js';
import { createEmbeddedEngine } from './engines/embedded/engine.js';
import { EnvironmentError, type Environment } from './environment.js';
import { createSearch, type SearchService } from './search/service.js';

/** The indexing side: from raw records to searchable documents. */
export interface Indexing {
  readonly analyzer: Analyzer;
  readonly topics: TopicCatalogue;
  readonly toArticle: RecordToArticle;
  readonly toDocument: DocumentMaker;
}

/** The whole service, put together. */
export interface Axtar extends Indexing {
  readonly engine: SearchEngine;
  readonly search: SearchService;
  close(): Promise<void>;
}

/** Reads `config/` and puts the indexing side together; needs no engine. */
export function composeIndexing(): Indexing {
  const analyzer = createAnalyzer();
  const topicsConfig = loadTopics();
  const topics = createTopicCatalogue(topicsConfig);
  const stemsOf = (text: string) => analyzer.analyze(text).tokens.map(({ word }) => word.stems);
  const tagTopics = createTopicTagger(topicsConfig, stemsOf);
  return {
    analyzer,
    topics,
    toArticle: createRecordReader({ rules: loadExtractionRules(), topics, tagTopics }),
    toDocument: createDocumentMaker(analyzer, topics.topicOf),
  };
}

/**
 * Puts the service together and opens its engine.
 * @throws EnvironmentError, ConfigError, EngineError: each says what is wrong and where
 */
export function composeAxtar(environment: Environment): Axtar {
  const indexing = composeIndexing();
  const engine = openEngine(environment);
  const search = createSearch({ ...indexing, engine, lexicon: loadLexicon() });
  return { ...indexing, engine, search, close: () => engine.close() };
}

function openEngine({ engine, dataDir, searchThreads }: Environment): SearchEngine {
  if (engine === 'embedded') {
    return createEmbeddedEngine({
      folder: join(dataDir, 'index'),
      ...(searchThreads === undefined ? {} : { threads: searchThreads }),
    });
  }
  throw new EnvironmentError(
    'AXTAR_ENGINE: "meilisearch" is not part of this version yet; use "embedded".',
  );
}
