import { authorId } from '../../indexer/document.js';
import type { EngineQuery, EngineResult, SearchEngine } from '../../indexer/engine.js';
import type { TopicCatalogue } from '../../indexer/extraction/topics.js';
import type { Analyzer } from '../../indexer/language/analyzer.js';
import { keyboardReadings } from '../../indexer/language/keyboard.js';
import type { Lexicon } from '../../indexer/lexicon/lexicon.js';
import { presentAnswer, type Answer } from './present.js';
import type { SearchRequest } from './request.js';
import type { SearchResponse } from './response.js';
import { createSynonymFinder } from './synonyms.js';
import { createQueryReader, type UnderstoodQuery } from './understand.js';

export interface SearchDeps {
  readonly engine: SearchEngine;
  readonly analyzer: Analyzer;
  readonly lexicon: Lexicon;
  readonly topics: TopicCatalogue;
}

export type SearchService = (request: SearchRequest) => Promise<SearchResponse>;

/** A page lies beyond the hits that the engine pages to. */
export class PageTooFarError extends Error {
  override readonly name = 'PageTooFarError';

  constructor(readonly lastPage: number) {
    super(`expected a page up to ${lastPage}; narrow the search by filters or dates instead`);
  }
}

/** Makes the search: what HTTP, the command line and the page all ask. */
export function createSearch({ engine, analyzer, lexicon, topics }: SearchDeps): SearchService {
  const readQuery = createQueryReader(analyzer, lexicon, createSynonymFinder(lexicon, analyzer));

  async function ask(q: string, request: SearchRequest, typos: boolean): Promise<Answer> {
    const read = readQuery(q);
    if (asksNothing(q, read)) return { read, result: nothing(request) };
    const result = await engine.search(toEngineQuery(read, request, typos, { analyzer, topics }));
    return { read, result };
  }

  /**
   * Keys pressed on the wrong keyboard make words that nobody writes: tried when all are unknown,
   * and believed when all become known.
   */
  async function askOtherKeyboards(request: SearchRequest): Promise<Answer | undefined> {
    for (const layout of keyboardReadings(request.q)) {
      const answer = await ask(layout.text, request, false);
      const { words } = answer.result;
      if (words.length > 0 && words.every((word) => word.known)) return { ...answer, layout };
    }
    return undefined;
  }

  return async (request) => {
    const started = performance.now();
    checkPage(request, engine);
    const typed = await ask(request.q, request, true);
    const { words } = typed.result;
    const strange = words.length > 0 && words.every((word) => !word.known && !word.sounded);
    const answer = (strange ? await askOtherKeyboards(request) : undefined) ?? typed;
    return {
      ...presentAnswer(answer, request, { analyzer, topics }),
      totalPages: Math.min(
        Math.ceil(answer.result.total / request.hitsPerPage),
        lastPageOf(request, engine),
      ),
      processingTimeMs: Math.round((performance.now() - started) * 10) / 10,
    };
  };
}

/** Signs without a word (`!!!`) ask for nothing, while an empty box asks for everything. */
const asksNothing = (q: string, { words, excluded }: UnderstoodQuery): boolean =>
  q.trim() !== '' && words.length === 0 && excluded.length === 0;

const nothing = ({ facets }: SearchRequest): EngineResult => ({
  hits: [],
  total: 0,
  facets: Object.fromEntries(facets.map((facet) => [facet, []])),
  words: [],
});

/** The last page that can be paged to. */
const lastPageOf = ({ hitsPerPage }: SearchRequest, { capabilities }: SearchEngine): number =>
  Math.floor(capabilities.maxHits / hitsPerPage);

function checkPage(request: SearchRequest, engine: SearchEngine): void {
  const lastPage = lastPageOf(request, engine);
  if (request.page > lastPage) throw new PageTooFarError(lastPage);
}

type Tools = Pick<SearchDeps, 'analyzer' | 'topics'>;

function toEngineQuery(
  read: UnderstoodQuery,
  request: SearchRequest,
  typos: boolean,
  { analyzer, topics }: Tools,
): EngineQuery {
  const { topic, author, source, from, to, sort, page, hitsPerPage, facets } = request;
  return {
    ...read,
    typos,
    filters: {
      ...(topic && { topic: topic.map((label) => topics.topicOf(topics.mapTopic(label)).id) }),
      ...(author && { author: author.flatMap((name) => [name, authorId(name, analyzer)]) }),
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
