import type { EngineQuery, WordReport } from '../../../indexer/engine.js';
import type { Analyzer } from '../../../indexer/language/analyzer.js';
import type { Word } from '../../../indexer/language/word.js';
import { unitsOf, type Corrections, type Unit } from '../condition.js';
import { literalReport, mayBeMisspelt, questionsOf, reportOf } from '../reports.js';
import type { EngineSettings } from '../settings.js';
import { nearestWords } from '../typos.js';
import type { ListedSearch, MeiliClient } from './client.js';
import { EVERY_ARTICLE, phraseText, toFilter } from './filter.js';

/** What one search asks with. */
export interface SearchTools {
  readonly client: MeiliClient;
  readonly index: string;
  readonly analyzer: Analyzer;
  readonly settings: EngineSettings;
}

/** A unit of the query with what the index has of it. */
export interface CountedUnit extends Unit {
  /** Query text and filter that find the unit's documents. */
  readonly search: Pick<ListedSearch, 'q' | 'filter'>;
  readonly count: number;
  /** The rarer, the more. */
  readonly information: number;
}

/** What the index makes of a query's words. */
export interface Understanding {
  readonly reports: readonly WordReport[];
  readonly units: readonly CountedUnit[];
  /** Words of a document, on average. */
  readonly averageLength: number;
}

type Counts = Awaited<ReturnType<typeof count>>;

/** Asks what the index knows of the query's words, and of those it does not, what was meant. */
export async function understand(query: EngineQuery, tools: SearchTools): Promise<Understanding> {
  const questions = query.words.map((_, at) => questionsOf(query, at));
  const asked = questions.flatMap((question) =>
    question
      ? [toSearch({ condition: question.spelt }), toSearch({ condition: question.sounds })]
      : [],
  );
  const plain = unitsOf(query, []);
  const counts = await count([...asked, ...plain.map(toSearch)], tools);
  const found = questions.map((question) => ({
    known: !question || counts.of(toSearch({ condition: question.spelt })) > 0,
    sounded: !!question && counts.of(toSearch({ condition: question.sounds })) > 0,
  }));
  const corrections = await correctAll(query, found, tools);
  const reports = query.words.map((_, at) =>
    questions[at]
      ? reportOf(query, at, {
          known: found[at]?.known === true,
          sounded: !found[at]?.known && found[at]?.sounded === true,
          corrections: corrections[at] ?? [],
        })
      : literalReport,
  );
  const units = unitsOf(query, corrections);
  const corrected = corrections.some((words) => words.length > 0);
  const unitCounts = corrected ? await count(units.map(toSearch), tools) : counts;
  return {
    reports,
    units: units.map((unit) => withCount(unit, unitCounts)),
    averageLength: counts.averageLength,
  };
}

function withCount(unit: Unit, counts: Counts): CountedUnit {
  const search = toSearch(unit);
  const found = counts.of(search);
  return {
    ...unit,
    search,
    count: found,
    information: Math.log(1 + counts.documents / (found + 0.5)),
  };
}

const toSearch = ({ condition }: Pick<Unit, 'condition'>) => ({
  q: phraseText([condition], []),
  filter: toFilter(condition),
});

/** How many documents each search finds, and what the index holds; one request for all. */
async function count(
  searches: readonly Pick<ListedSearch, 'q' | 'filter'>[],
  { client, index }: SearchTools,
) {
  const keyOf = (search: Pick<ListedSearch, 'q' | 'filter'>) =>
    JSON.stringify([search.q, search.filter]);
  const distinct = [...new Map(searches.map((search) => [keyOf(search), search]))];
  const [corpus, ...found] = await client.search(index, [
    { filter: EVERY_ARTICLE, limit: 0, facets: ['length'] },
    ...distinct.map(([, search]) => ({ ...search, limit: 0, matchingStrategy: 'all' as const })),
  ]);
  const totals = new Map(distinct.map(([key], at) => [key, found[at]?.estimatedTotalHits ?? 0]));
  const documents = corpus?.estimatedTotalHits ?? 0;
  const words = Object.entries(corpus?.facetDistribution['length'] ?? {}).reduce(
    (sum, [length, times]) => sum + Number(length) * times,
    0,
  );
  return {
    documents,
    averageLength: words / Math.max(1, documents),
    of: (search: Pick<ListedSearch, 'q' | 'filter'>) => totals.get(keyOf(search)) ?? 0,
  };
}

async function correctAll(
  query: EngineQuery,
  found: readonly { readonly known: boolean }[],
  tools: SearchTools,
): Promise<Corrections> {
  return Promise.all(
    query.words.map((word, at) =>
      query.typos && !found[at]?.known && mayBeMisspelt(word)
        ? correct(word.word.fold, tools)
        : Promise.resolve([]),
    ),
  );
}

/** Meilisearch proposes words with one or two errors, longer ones too; the nearest are taken. */
async function correct(
  fold: string,
  { client, index, analyzer, settings }: SearchTools,
): Promise<Word[]> {
  if (fold.length < settings.typos.oneFrom) return [];
  const proposed = await client.facetValues(index, 'folds', fold);
  const words = proposed.filter((word) => !/\d/.test(word));
  return nearestWords(fold, words, settings).map((word) => analyzer.word(word));
}
