import type { EngineQuery, EngineResult, SearchEngine } from '../../indexer/engine.js';
import type { Analyzer } from '../../indexer/language/analyzer.js';
import { keyboardReadings } from '../../indexer/language/keyboard.js';
import type { Lexicon } from '../../indexer/lexicon/lexicon.js';
import type { Answer } from './present.js';
import { createSynonymFinder } from './synonyms.js';
import { createQueryReader, type QueryReader, type UnderstoodQuery } from './understand.js';

/** What is asked of the engine beside the words that were typed. */
export type Terms = Pick<
  EngineQuery,
  'matching' | 'filters' | 'sort' | 'offset' | 'limit' | 'facets'
>;

/** Reads what was typed and asks the engine: the one way in which queries are understood. */
export interface Answerer {
  readonly read: QueryReader;
  /** With the other keyboard's reading where that is what was meant. */
  answer(q: string, terms: Terms): Promise<Answer>;
  /** As it stands; `typos` is whether unknown words may be read as misspelt. */
  ask(q: string, terms: Terms, typos: boolean): Promise<Answer>;
  /** What is understood already. */
  search(read: UnderstoodQuery, terms: Terms, typos: boolean): Promise<EngineResult>;
}

export interface AnswererDeps {
  readonly engine: Pick<SearchEngine, 'search'>;
  readonly analyzer: Analyzer;
  readonly lexicon: Lexicon;
}

export function createAnswerer({ engine, analyzer, lexicon }: AnswererDeps): Answerer {
  const read = createQueryReader(analyzer, lexicon, createSynonymFinder(lexicon, analyzer));

  const search: Answerer['search'] = (query, terms, typos) =>
    engine.search({ ...query, ...terms, typos });

  async function ask(q: string, terms: Terms, typos: boolean): Promise<Answer> {
    const query = read(q);
    const result = asksNothing(q, query) ? nothing(terms) : await search(query, terms, typos);
    return { read: query, result };
  }

  /**
   * Keys pressed on the wrong keyboard make words that nobody writes: tried when all are unknown,
   * and believed when all become known.
   */
  async function askOtherKeyboards(q: string, terms: Terms): Promise<Answer | undefined> {
    for (const layout of keyboardReadings(q)) {
      const answer = await ask(layout.text, terms, false);
      const { words } = answer.result;
      if (words.length > 0 && words.every((word) => word.known)) return { ...answer, layout };
    }
    return undefined;
  }

  async function answer(q: string, terms: Terms): Promise<Answer> {
    const typed = await ask(q, terms, true);
    const { words } = typed.result;
    const strange = words.length > 0 && words.every((word) => !word.known && !word.sounded);
    return (strange ? await askOtherKeyboards(q, terms) : undefined) ?? typed;
  }

  return { read, answer, ask, search };
}

/** Signs without a word (`!!!`) ask for nothing, while an empty box asks for everything. */
export const asksNothing = (q: string, { words, excluded }: UnderstoodQuery): boolean =>
  q.trim() !== '' && words.length === 0 && excluded.length === 0;

const nothing = ({ facets }: Terms): EngineResult => ({
  hits: [],
  total: 0,
  facets: Object.fromEntries(facets.map((facet) => [facet, []])),
  words: [],
});
