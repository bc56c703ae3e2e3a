import type { EngineResult, SearchEngine } from '../../indexer/engine.js';
import type { TopicCatalogue } from '../../indexer/extraction/topics.js';
import type { Analyzer } from '../../indexer/language/analyzer.js';
import type { Lexicon } from '../../indexer/lexicon/lexicon.js';
import { createAnswerer, type Terms } from './answerer.js';
import { createFilterNames, type FilterNames } from './filter/names.js';
import type { Answer } from './present.js';
import type { SearchRequest } from './request.js';
import type { UnderstoodQuery } from './understand.js';

export interface SearchDeps {
  readonly engine: SearchEngine;
  readonly analyzer: Analyzer;
  readonly lexicon: Lexicon;
  readonly topics: TopicCatalogue;
}

/** An `Answerer` that takes requests of our own API. */
export interface Asker {
  answer(request: SearchRequest): Promise<Answer>;
  ask(q: string, request: SearchRequest, typos: boolean): Promise<Answer>;
  search(read: UnderstoodQuery, request: SearchRequest, typos: boolean): Promise<EngineResult>;
}

export function createAsker(deps: SearchDeps): Asker {
  const answerer = createAnswerer(deps);
  const names = createFilterNames(deps.topics, deps.analyzer);
  return {
    answer: (request) => answerer.answer(request.q, toTerms(request, names)),
    ask: (q, request, typos) => answerer.ask(q, toTerms(request, names), typos),
    search: (read, request, typos) => answerer.search(read, toTerms(request, names), typos),
  };
}

function toTerms(request: SearchRequest, names: FilterNames): Terms {
  const { topic, author, source, from, to, sort, page, hitsPerPage, facets } = request;
  return {
    matching: 'frequency',
    filters: {
      ...(topic && { topic: topic.map(names.topicId) }),
      ...(author && { author: author.flatMap(names.authorIds) }),
      ...(source && { source }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    },
    sort,
    offset: (page - 1) * hitsPerPage,
    limit: hitsPerPage,
    facets,
  };
}
