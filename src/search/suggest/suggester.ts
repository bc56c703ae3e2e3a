import type { SearchEngine } from '../../../indexer/engine.js';
import type { TopicCatalogue } from '../../../indexer/extraction/topics.js';
import type { Analyzer } from '../../../indexer/language/analyzer.js';
import type { Lexicon } from '../../../indexer/lexicon/lexicon.js';
import { chooseMix } from './choose.js';
import { createFinder } from './find.js';
import { createKeeper } from './keeper.js';
import { buildIndex } from './index.js';
import { presentEntry } from './present.js';
import type { SuggestRequest } from './request.js';
import type { SuggestResponse } from './response.js';
import { findAsMeant } from './as-meant.js';

export interface SuggestDeps {
  readonly engine: Pick<SearchEngine, 'articles' | 'stats'>;
  readonly analyzer: Analyzer;
  readonly lexicon: Lexicon;
  readonly topics: TopicCatalogue;
}

/** Completes what somebody is typing. */
export interface Suggester {
  /**
   * Completions of what was typed, best first. While they are gathered for the first time, and this
   * takes long, there are none and `building` says so.
   *
   * @throws EngineError when they have never been gathered, because the engine cannot be reached
   * @example (await suggest(SuggestRequest.parse({ q: 'ещл' }))).suggestions[0]?.text // 'Kasım-Jomart Tokayev'
   */
  suggest(request: SuggestRequest): Promise<SuggestResponse>;
  /** Gathers anew if the index has changed, and waits for it. @throws EngineError */
  refresh(): Promise<void>;
  /** Stops gathering. */
  close(): Promise<void>;
}

/** Titles that are remembered: the newest so many. */
const MOST_TITLES = 200_000;

/**
 * Makes the suggester. It keeps in memory the newest 200,000 titles with their authors, topics and
 * frequent phrases (about 1 KB a title), and gathers them in the background, in stretches of some
 * milliseconds, when the engine says that the index has changed.
 */
export function createSuggester(deps: SuggestDeps): Suggester {
  const { engine, analyzer } = deps;
  const keeper = createKeeper(engine, async (pace) => {
    const index = await buildIndex(engine.articles(), { ...deps, mostTitles: MOST_TITLES }, pace);
    return { find: createFinder(index), texts: index.texts };
  });

  return {
    suggest: async (request) => {
      const started = performance.now();
      const { q, kinds, limit } = request;
      const index = await keeper.current();
      const found = index && findAsMeant(q, analyzer, (typed) => index.find(typed, kinds));
      const chosen = found ? chooseMix(found.found, limit, index.texts) : [];
      const { layout } = found ?? {};
      return {
        query: { q, ...(layout ? { layout: { ...layout } } : {}) },
        suggestions: chosen.map(({ entry }) => presentEntry(entry, found?.typed ?? [], analyzer)),
        ...(index ? {} : { building: true }),
        processingTimeMs: Math.round((performance.now() - started) * 10) / 10,
      };
    },
    refresh: keeper.refresh,
    close: keeper.close,
  };
}
