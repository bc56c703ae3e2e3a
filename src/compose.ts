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
import { loadLexicon, type Lexicon } from '../indexer/lexicon/lexicon.js';
import type { RecordToArticle } from '../indexer/sources/source.js';
import { withBreaker } from './engines/breaker.js';
import { createEmbeddedEngine } from './engines/embedded/engine.js';
import { createMeilisearchEngine } from './engines/meilisearch/engine.js';
import { withTiming, type OnPhase } from './engines/timed.js';
import type { Environment } from './environment.js';
import { createExplain, type ExplainService } from './search/explain.js';
import { createFacetValues, type FacetValuesService } from './search/facet-values.js';
import { createArticleReader, type ArticleReader } from './search/read-article.js';
import { createSearch, type SearchService } from './search/service.js';
import { createSimilar, type SimilarService } from './search/similar.js';
import { createSuggester, type Suggester } from './search/suggest/suggester.js';
import { openLexicon } from './words/live-lexicon.js';
import { openWordsStore, type WordsStore } from './words/store.js';

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
  /** The words of `config/` alone, and what editors have made of them: live. */
  readonly shipped: Lexicon;
  readonly lexicon: Lexicon;
  readonly wordsStore: WordsStore;
  readonly search: SearchService;
  readonly explain: ExplainService;
  readonly suggester: Suggester;
  readonly facetValues: FacetValuesService;
  readonly similar: SimilarService;
  readonly readArticle: ArticleReader;
  close(): Promise<void>;
}

/** What of the environment decides where the index is. */
export type Place = Pick<Environment, 'meilisearch' | 'dataDir' | 'searchThreads'>;

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
 * Puts the service together and opens its engine; `onPhase` gets how long its calls take.
 * @throws EnvironmentError, ConfigError, WordsError, EngineError: each says what is wrong and where
 */
export function composeAxtar(environment: Place, onPhase: OnPhase = () => undefined): Axtar {
  const indexing = composeIndexing();
  const shipped = loadLexicon();
  const wordsStore = openWordsStore(join(environment.dataDir, 'words'));
  const lexicon = openLexicon(shipped, wordsStore, sayNotice);
  const opened = openEngine(environment, { ...indexing, lexicon });
  const engine = withBreaker(withTiming(opened, onPhase));
  const deps = { ...indexing, engine, lexicon };
  const suggester = createSuggester(deps);
  return {
    ...deps,
    shipped,
    wordsStore,
    search: createSearch(deps),
    explain: createExplain(deps),
    suggester,
    facetValues: createFacetValues(deps),
    similar: createSimilar(deps),
    readArticle: createArticleReader(deps),
    close: async () => {
      await suggester.close();
      await engine.close();
    },
  };
}

const sayNotice = (notice: string) => void process.stderr.write(`${notice}\n`);

function openEngine(
  environment: Place,
  parts: Indexing & { readonly lexicon: Lexicon },
): SearchEngine {
  const { meilisearch, dataDir, searchThreads } = environment;
  if (meilisearch) {
    return createMeilisearchEngine({
      ...meilisearch,
      ...parts,
      folder: join(dataDir, 'meilisearch'),
      onNotice: sayNotice,
    });
  }
  return createEmbeddedEngine({
    folder: join(dataDir, 'index'),
    ...(searchThreads === undefined ? {} : { threads: searchThreads }),
  });
}
