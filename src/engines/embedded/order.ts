import type { EngineQuery, WordReport } from '../../../indexer/engine.js';
import type { Analyzer } from '../../../indexer/language/analyzer.js';
import { soughtWords } from '../../search/layers.js';
import { dateOf } from './columns.js';
import { isAfter, firstWhere } from './place.js';
import { alternativeCondition, type Unit } from '../condition.js';
import { placedByDate, placedByScore, unscored, type PlacedScore } from '../describe.js';
import { findExpression, findRows, type Matches } from './match.js';
import { orderPartial } from '../partial.js';
import { createRanker, keepsWord, type Ranker, type Score, type Wording } from '../rank.js';
import type { EngineSettings } from '../settings.js';
import type { Snapshot } from './snapshot.js';
import { toTerm } from '../terms.js';
import { formsOf } from './vocabulary.js';

export interface Ordering {
  readonly query: EngineQuery;
  readonly reports: readonly WordReport[];
  readonly units: readonly Unit[];
  readonly matches: Matches;
}

export interface OrderingTools {
  readonly snapshot: Snapshot;
  readonly analyzer: Analyzer;
  readonly settings: EngineSettings;
}

/** Scores of the asked-for page of the rows, best first or by date. `rows` are newest first. */
export function orderPage(
  rows: Uint32Array,
  ordering: Ordering,
  tools: OrderingTools,
): PlacedScore[] {
  const { offset, limit, sort, after } = ordering.query;
  if (limit === 0) return [];
  const ranker = createScorer(ordering, tools);
  const page = (list: readonly number[]) => {
    const isPast = after && isAfter(after, sort, tools.snapshot.columns);
    const start = offset + (isPast ? firstWhere(list, isPast) : 0);
    return ranker(list.slice(start, start + limit)).map(placedByDate);
  };
  if (sort === 'date:desc') return page(byWorth(rows, ordering.matches));
  if (sort === 'date:asc')
    return page(byWorth(oldestFirst(rows, tools.snapshot), ordering.matches));
  return byRelevance(rows, ordering, tools, ranker);
}

type Scorer = (rows: readonly number[]) => Score[];

function createScorer({ query, reports, units, matches }: Ordering, tools: OrderingTools): Scorer {
  const { snapshot, analyzer, settings } = tools;
  const words = soughtWords(query, reports).map((word, at) => ({
    forms: formsOf(word, snapshot.connection, analyzer, settings.prefixForms),
    information: matches.information[unitAt(units, at)] ?? 0,
    name: word.name,
    light: word.light === true,
  }));
  const ranker: Ranker = createRanker(words, settings);
  const wordings = otherWordings(query, snapshot);
  return (rows) => {
    const forms = snapshot.formsOf(rows);
    return rows.map((row) =>
      ranker.score(row, forms.get(row) ?? new Uint32Array(), (at) => wordings[at]?.get(row)),
    );
  };
}

const unitAt = (units: readonly Unit[], at: number) =>
  units.findIndex(({ from, to }) => from <= at && at <= to);

/** Per query word, the documents that say it and its neighbours in other words, of several. */
function otherWordings(query: EngineQuery, { connection }: Snapshot): Map<number, Wording>[] {
  const found = query.words.map(() => new Map<number, Wording>());
  for (const alternative of query.alternatives.filter(({ words }) => words.length > 1)) {
    const kept = keepsWord(alternative, query);
    for (const row of findRows(connection, alternativeCondition(alternative))) {
      for (const rows of found.slice(alternative.from, alternative.to + 1)) {
        rows.set(row, { kept: kept || rows.get(row)?.kept === true });
      }
    }
  }
  return found;
}

/** Where words were given up, documents with more of the query stay before those with less. */
function byWorth(rows: Uint32Array | readonly number[], { worthOf }: Matches): number[] {
  return [...rows].sort((a, b) => worthOf(b) - worthOf(a));
}

function oldestFirst(rows: Uint32Array, { columns }: Snapshot): number[] {
  const dated = [...rows].filter((row) => Number.isFinite(dateOf(columns, row)));
  const undated = [...rows].filter((row) => !Number.isFinite(dateOf(columns, row)));
  return [...dated.reverse(), ...undated.reverse()];
}

/**
 * Ranks the strongest rows, and of equal ones keeps the newer first; what is above the limit
 * follows, the stronger tier and the newer first.
 */
function byRelevance(
  rows: Uint32Array,
  { query, matches }: Ordering,
  { snapshot, settings }: OrderingTools,
  scorer: Scorer,
): PlacedScore[] {
  const { offset, limit } = query;
  const { rankedHits } = settings;
  const unread = (row: number) => placedByDate(unscored(row));
  if (query.words.length === 0) return [...rows.subarray(offset, offset + limit)].map(unread);
  const tierOf = rows.length > rankedHits ? tiers(query, snapshot) : () => 0;
  const strongest = groupRows(rows, matches.worthOf, tierOf);
  const scored = scorer(strongest.slice(0, rankedHits));
  const timeOf = ({ row }: Score) => dateOf(snapshot.columns, row);
  const ranked = orderPartial(scored, timeOf, settings.partial);
  const rest = strongest.slice(Math.max(rankedHits, offset), offset + limit);
  return [...placedByScore(ranked).slice(offset, offset + limit), ...rest.map(unread)];
}

/** Rows by worth, then by tier, both falling; within a group their order stays. */
function groupRows(
  rows: Uint32Array,
  worthOf: (row: number) => number,
  tierOf: (row: number) => number,
): number[] {
  const groups = new Map<number, number[][]>();
  for (const row of rows) {
    const byTier = groups.get(worthOf(row)) ?? [];
    groups.set(worthOf(row), byTier);
    (byTier[tierOf(row)] ??= []).push(row);
  }
  const falling = [...groups].sort(([a], [b]) => b - a);
  return falling.flatMap(([, byTier]) => byTier.reverse().flat());
}

/** How strongly a row matches, from the index alone: all words in the title, anywhere, neither. */
function tiers(query: EngineQuery, { connection }: Snapshot): (row: number) => number {
  const all = query.words.map(({ word }) => `"${toTerm(word.fold)}"`).join(' AND ');
  const phrase = `"${query.words.map(({ word }) => toTerm(word.fold)).join(' ')}"`;
  const anywhere = '{title_fold extra_fold body_fold}';
  const steps = [`${anywhere} : (${all})`, `{title_fold} : (${all})`, `${anywhere} : ${phrase}`];
  const found = steps
    .slice(0, query.words.length > 1 ? 3 : 2)
    .map((step) => new Set(findExpression(connection, step)));
  return (row) => 1 + found.findLastIndex((rows) => rows.has(row));
}
