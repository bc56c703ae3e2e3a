import type { EngineQuery, WordReport } from '../../../indexer/engine.js';
import type { Analyzer } from '../../../indexer/language/analyzer.js';
import { informationOf, unitsOf, type Condition, type Unit } from '../condition.js';
import {
  literalReport,
  mayBeMisspelt,
  questionsOf,
  readMisspelt,
  reportOf,
  type MeantWord,
} from '../reports.js';
import type { EngineSettings } from '../settings.js';
import type { SpellingReader } from '../typos.js';
import { createWordList } from '../word-list.js';
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
  readonly spelling: SpellingReader;
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

const NOTHING_ELSE = { corrections: [], proposals: [], doubtful: false };

/** Asks what the index knows of the query's words, and of those it does not, what was meant. */
export async function understand(query: EngineQuery, tools: SearchTools): Promise<Understanding> {
  const counter = createCounter(tools.client, tools.index);
  const questions = query.words.map((_, at) => questionsOf(query, at));
  const asked = questions.flatMap((question) =>
    question ? [searchFor(question.spelt), searchFor(question.typed)] : [],
  );
  // Words are mostly known: then this one request has counted all that is needed.
  await counter.ask([...asked, ...searchesOf(query, unitsOf(query, []))]);
  const countOf = (condition: Condition | undefined) =>
    condition ? counter.of(searchFor(condition)) : Infinity;
  const isKnown = (at: number) => countOf(questions[at]?.spelt) > 0;
  const documents = questions.map((question) => countOf(question?.typed));
  const near = await meantWords(query, documents, tools);
  const read = query.words.map(({ word }, at) => {
    const found = { known: isKnown(at), documents: documents[at] ?? 0 };
    return readMisspelt(near[at] ?? [], word, found, tools.settings.typos);
  });
  const corrections = read.map((word) => word.corrections);
  const units = unitsOf(query, corrections);
  const strange = questions.flatMap((question, at) =>
    question && !isKnown(at) ? [searchFor(question.sounds)] : [],
  );
  await counter.ask([...strange, ...searchesOf(query, units)]);
  return {
    reports: questions.map((question, at) => {
      if (!question) return literalReport;
      const known = isKnown(at);
      const sounded = !known && countOf(question.sounds) > 0;
      const found = { known, sounded, ...(read[at] ?? NOTHING_ELSE) };
      return reportOf(query, at, found);
    }),
    units: units.map((unit) => withCount(unit, counter, tools.settings)),
    plan: planOf(query, units),
    counter,
  };
}

/** All that is counted of a query's units, one by one and together. */
function searchesOf(query: EngineQuery, units: readonly Unit[]): Counted[] {
  return [...units.map(({ condition }) => searchFor(condition)), planOf(query, units).full];
}

function withCount(unit: Unit, counter: Counter, settings: EngineSettings): CountedUnit {
  const count = counter.of(searchFor(unit.condition));
  return { ...unit, count, information: informationOf(unit, count, counter.documents(), settings) };
}

const searchFor = (condition: Condition): Counted => ({
  q: phraseText([condition], []),
  filter: toFilter(condition),
});

/** What unknown words, and rare ones, may have been meant for. */
function meantWords(
  query: EngineQuery,
  documents: readonly number[],
  tools: SearchTools,
): Promise<MeantWord[][]> {
  const isRare = (at: number) => (documents[at] ?? 0) < tools.settings.typos.rareBelow;
  return Promise.all(
    query.words.map((word, at) =>
      query.typos && isRare(at) && mayBeMisspelt(word)
        ? likeliest(word.word.fold, tools)
        : Promise.resolve([]),
    ),
  );
}

/** Meilisearch proposes words with one or two errors, longer ones too; the likeliest are taken. */
async function likeliest(
  fold: string,
  { client, index, analyzer, spelling }: SearchTools,
): Promise<MeantWord[]> {
  const asked = spelling.plain(fold).map((text) => client.facetValues(index, 'byFold', text));
  const documents = new Map(
    (await Promise.all(asked)).flat().map(({ value, count }) => [value, count]),
  );
  const words = [...documents.keys()].filter((word) => !/\d/.test(word));
  return spelling
    .likeliest(spelling.near(fold, createWordList(words)), (word) => documents.get(word) ?? 0)
    .map((known) => ({ ...known, word: analyzer.word(known.fold) }));
}
