import type { EngineResult, SearchEngine } from '../../indexer/engine.js';
import type { TopicCatalogue } from '../../indexer/extraction/topics.js';
import type { Analyzer } from '../../indexer/language/analyzer.js';
import type { Lexicon } from '../../indexer/lexicon/lexicon.js';
import { toEngineQuery } from './engine-query.js';
import { createFilterNames } from './filter/names.js';
import { ENGINE_FACET } from './histogram.js';
import { otherKeyboards } from './other-keyboards.js';
import type { Answer } from './present.js';
import type { SearchRequest } from './request.js';
import { createSynonymFinder } from './synonyms.js';
import { createQueryReader, type UnderstoodQuery } from './understand.js';
import { wordsInScope } from './words-in-scope.js';

export interface SearchDeps {
  readonly engine: SearchEngine;
  readonly analyzer: Analyzer;
  readonly lexicon: Lexicon;
  readonly topics: TopicCatalogue;
}

/** Reads what was typed and asks the engine: the one way in which queries are understood. */
export interface Asker {
  /** With the other keyboard's reading where that is what was meant. */
  answer(request: SearchRequest): Promise<Answer>;
  /** As it stands; `typos` is whether unknown words may be read as misspelt. */
  ask(q: string, request: SearchRequest, typos: boolean): Promise<Answer>;
  /** What is understood already. */
  search(read: UnderstoodQuery, request: SearchRequest, typos: boolean): Promise<EngineResult>;
}

export function createAsker({ engine, analyzer, lexicon, topics }: SearchDeps): Asker {
  const readQuery = createQueryReader(analyzer, lexicon, createSynonymFinder(lexicon, analyzer));
  const names = createFilterNames(topics, analyzer);

  const search: Asker['search'] = async (read, request, typos) => {
    const result = await engine.search(toEngineQuery(read, request, typos, names));
    return { ...result, words: await wordsInScope(result.words, request.only, engine) };
  };

  async function ask(q: string, request: SearchRequest, typos: boolean): Promise<Answer> {
    const read = readQuery(q);
    const result = asksNothing(q, read) ? nothing(request) : await search(read, request, typos);
    return { read, result };
  }

  /**
   * Keys pressed on the wrong keyboard make words that nobody writes: tried when all are unknown,
   * and believed when all become known.
   */
  async function askOtherKeyboards(request: SearchRequest): Promise<Answer | undefined> {
    for (const layout of otherKeyboards(request.q)) {
      const answer = await ask(layout.text, request, false);
      const { words } = answer.result;
      if (words.length > 0 && words.every((word) => word.known)) return { ...answer, layout };
    }
    return undefined;
  }

  async function answer(request: SearchRequest): Promise<Answer> {
    const typed = await ask(request.q, request, true);
    const { words } = typed.result;
    const strange = words.length > 0 && words.every((word) => !word.known && !word.sounded);
    return (strange ? await askOtherKeyboards(request) : undefined) ?? typed;
  }

  return { answer, ask, search };
}

/** Signs without a word (`!!!`) ask for nothing, while an empty box asks for everything. */
export const asksNothing = (q: string, { words, excluded }: UnderstoodQuery): boolean =>
  q.trim() !== '' && words.length === 0 && excluded.length === 0;

const nothing = ({ facets }: SearchRequest): EngineResult => ({
  hits: [],
  total: 0,
  facets: Object.fromEntries(facets.map((facet) => [ENGINE_FACET[facet], []])),
  words: [],
});
