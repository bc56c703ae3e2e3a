import { afterAll, beforeAll } from 'vitest';
import type { Article } from '../../indexer/article.js';
import type { SearchDocument } from '../../indexer/document.js';
import type { EngineQuery, EngineResult, SearchEngine } from '../../indexer/engine.js';
import type { Lexicon } from '../../indexer/lexicon/lexicon.js';
import { composeIndexing } from '../../src/compose.js';
import { createSynonymFinder } from '../../src/search/synonyms.js';
import { createQueryReader } from '../../src/search/understand.js';

export interface EngineUnderTest {
  readonly engine: SearchEngine;
  /** Closes the engine and removes all that it has stored. */
  dispose(): Promise<void>;
}

/** Makes an engine with an empty index of its own. */
export type MakeEngine = () => Promise<EngineUnderTest>;

/** An article of which only what matters to a test is said. */
export type Draft = Partial<Article> & { readonly id: string };

export const { analyzer, toDocument } = composeIndexing();

const lexicon: Lexicon = {
  stopWords: new Set(['və', 'bu']),
  questionWords: new Set(['kim']),
  questionPhrases: [],
  auxiliaries: new Set(['olmaq']),
  answerWords: new Map(),
  synonyms: [
    { id: 'ganja', mode: 'mutual', head: 'Gəncə', members: ['Qoşabulaq'] },
    { id: 'un', mode: 'mutual', head: 'BMT', members: ['Birləşmiş Millətlər Təşkilatı'] },
  ],
};

const readQuery = createQueryReader(analyzer, lexicon, createSynonymFinder(lexicon, analyzer));

/** The rest of the article holds no word at all. */
export const makeArticle = (draft: Draft): Article => ({
  title: '—',
  body: '',
  topics: [],
  lang: 'az',
  ...draft,
});

export const makeDocument = (draft: Draft): SearchDocument => toDocument(makeArticle(draft));

/** `day(3)` is `2024-01-04T12:00:00+04:00`: days after the first of January. */
export const day = (number: number): string =>
  `${new Date(Date.UTC(2024, 0, 1 + number)).toISOString().slice(0, 10)}T12:00:00+04:00`;

/** What a reader typed, as engines are asked: twenty hits by relevance unless `options` say else. */
export const toQuery = (typed: string, options: Partial<EngineQuery> = {}): EngineQuery => ({
  ...readQuery(typed),
  typos: true,
  matching: 'frequency',
  filters: {},
  sort: 'relevance',
  offset: 0,
  limit: 20,
  facets: [],
  ...options,
});

export const idsOf = ({ hits }: EngineResult): string[] => hits.map(({ article }) => article.id);

export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

/** Whether a piece of work is still under way. */
export function watch(work: Promise<unknown>): { isBusy(): boolean } {
  let busy = true;
  const end = () => {
    busy = false;
  };
  work.then(end, end);
  return { isBusy: () => busy };
}

/** The index that the tests of one group share; each test begins with `fill`. */
export interface TestIndex {
  engine(): SearchEngine;
  /** Empties the index and adds these. */
  fill(drafts: readonly Draft[]): Promise<void>;
  search(typed: string, options?: Partial<EngineQuery>): Promise<EngineResult>;
  /** Ids of the hits, in order. */
  find(typed: string, options?: Partial<EngineQuery>): Promise<string[]>;
}

/** Makes one engine for the tests of the enclosing `describe`. */
export function useEngine(makeEngine: MakeEngine): TestIndex {
  let made: EngineUnderTest | undefined;
  beforeAll(async () => {
    made = await makeEngine();
  });
  afterAll(() => made?.dispose());

  const engine = () => {
    if (!made) throw new Error('The engine is not made yet: ask for it inside a test.');
    return made.engine;
  };
  const search: TestIndex['search'] = (typed, options) => engine().search(toQuery(typed, options));
  return {
    engine,
    search,
    find: async (typed, options) => idsOf(await search(typed, options)),
    fill: async (drafts) => {
      const limit = engine().capabilities.maxHits;
      await engine().remove(idsOf(await search('', { limit })));
      await engine().upsert(drafts.map(makeDocument));
    },
  };
}
