import type { EngineQuery, WordReport } from '../../../indexer/engine.js';
import type { Analyzer } from '../../../indexer/language/analyzer.js';
import type { Word } from '../../../indexer/language/word.js';
import { unitsOf, type Condition, type Corrections, type Unit } from '../condition.js';
import { literalReport, mayBeMisspelt, questionsOf, reportOf } from '../reports.js';
import type { EngineSettings } from '../settings.js';
import { nearestWords } from '../typos.js';
import type { MeiliClient } from './client.js';
import { createCounter, type Counted, type Counter } from './count.js';
import { phraseText, toFilter } from './filter.js';
import { planOf, type Plan } from './plan.js';

/** What one search asks with. */
export interface SearchTools {
  readonly client: MeiliClient;
  readonly index: string;
  readonly analyzer: Analyzer;
  readonly settings: EngineSettings;
}

/** A unit of the query with what the index has of it. */
export interface CountedUnit extends Unit {
  readonly count: number;
  /** The rarer, the more. */
  readonly information: number;
}

/** What the index makes of a query's words. */
export interface Understanding {
  readonly reports: readonly WordReport[];
  readonly units: readonly CountedUnit[];
  readonly plan: Plan;
  readonly counter: Counter;
}

/** Asks what the index knows of the query's words, and of those it does not, what was meant. */
export async function understand(query: EngineQuery, tools: SearchTools): Promise<Understanding> {
  const counter = createCounter(tools.client, tools.index);
  const questions = query.words.map((_, at) => questionsOf(query, at));
  const asked = questions.flatMap((question) => (question ? [searchFor(question.spelt)] : []));
  // Words are mostly known: then this one request has counted all that is needed.
  await counter.ask([...asked, ...searchesOf(query, unitsOf(query, []))]);
  const counts = (condition: Condition) => counter.of(searchFor(condition)) > 0;
  const known = questions.map((question) => !question || counts(question.spelt));
  const corrections = await correctAll(query, known, tools);
  const units = unitsOf(query, corrections);
  const strange = questions.flatMap((question, at) =>
    question && !known[at] ? [searchFor(question.sounds)] : [],
  );
  await counter.ask([...strange, ...searchesOf(query, units)]);
  return {
    reports: questions.map((question, at) => {
      if (!question) return literalReport;
      const sounded = !known[at] && counts(question.sounds);
      const found = { known: known[at] === true, sounded, corrections: corrections[at] ?? [] };
      return reportOf(query, at, found);
    }),
    units: units.map((unit) => withCount(unit, counter)),
    plan: planOf(query, units),
    counter,
  };
}

/** All that is counted of a query's units, one by one and together. */
function searchesOf(query: EngineQuery, units: readonly Unit[]): Counted[] {
  return [...units.map(({ condition }) => searchFor(condition)), planOf(query, units).full];
}

function withCount(unit: Unit, counter: Counter): CountedUnit {
  const count = counter.of(searchFor(unit.condition));
  const information = Math.log(1 + counter.corpus().documents / (count + 0.5));
  return { ...unit, count, information };
}

const searchFor = (condition: Condition): Counted => ({
  q: phraseText([condition], []),
  filter: toFilter(condition),
});

async function correctAll(
  query: EngineQuery,
  known: readonly boolean[],
  tools: SearchTools,
): Promise<Corrections> {
  return Promise.all(
    query.words.map((word, at) =>
      query.typos && !known[at] && mayBeMisspelt(word)
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
  const proposed = await client.facetValues(index, 'byFold', fold);
  const words = proposed.filter((word) => !/\d/.test(word));
  return nearestWords(fold, words, settings).map((word) => analyzer.word(word));
}
