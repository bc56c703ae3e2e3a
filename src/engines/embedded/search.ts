import { z } from 'zod';
import { Article } from '../../../indexer/article.js';
import type {
  EngineHit,
  EngineQuery,
  EngineResult,
  FacetName,
  FacetValue,
} from '../../../indexer/engine.js';
import { exclusions, unitsOf } from '../condition.js';
import { isPeriod } from '../dates.js';
import { describeScore, type PlacedScore } from '../describe.js';
import { countFacet } from './facets.js';
import { compileFilters, filterRows, type FilterTest } from './filter.js';
import { matchUnits } from './match.js';
import { orderPage, type OrderingTools } from './order.js';
import { datesOf, placeOf } from './place.js';
import type { Snapshot } from './snapshot.js';
import { fromStored } from '../stored-text.js';
import { reportWords } from './words.js';

/** Answers a query from a snapshot. Blocks its thread for some milliseconds: call it in a worker. */
export function search(query: EngineQuery, tools: OrderingTools): EngineResult {
  const { snapshot, analyzer, settings } = tools;
  const reports = reportWords(query, snapshot, analyzer, settings);
  const units = unitsOf(
    query,
    reports.map((report) => report.corrections),
  );
  const matches = matchUnits(snapshot, units, exclusions(query.excluded), query.matching, settings);
  const filters = compileFilters(query.filters, snapshot);
  const rows = filterRows(matches.rows, filters);
  const page = orderPage(rows, { query, reports, units, matches }, tools);
  return {
    hits: readHits(page, query, snapshot),
    total: rows.length,
    facets: countFacets(query.facets, matches.rows, filters, snapshot),
    words: reports,
    ...(query.facets.some(isPeriod) ? datesOf(rows, snapshot.columns) : {}),
  };
}

function countFacets(
  facets: readonly FacetName[],
  rows: Uint32Array,
  filters: readonly FilterTest[],
  { columns, names, authorName }: Snapshot,
): Partial<Record<FacetName, readonly FacetValue[]>> {
  const counted = facets.map((facet) => {
    const counting = filterRows(rows, filters, facet);
    return [facet, countFacet(facet, counting, columns, names, authorName)] as const;
  });
  return Object.fromEntries(counted);
}

const ArticleRow = z.tuple([z.int(), z.string(), z.string().transform(fromStored).nullable()]);
const READ_HITS = `SELECT row, article, author FROM docs
  WHERE row IN (SELECT value FROM json_each(?))`;

function readHits(
  placed: readonly PlacedScore[],
  { sort }: EngineQuery,
  { connection, columns }: Snapshot,
): EngineHit[] {
  const rows = JSON.stringify(placed.map(({ score }) => score.row));
  const stored = new Map(
    connection.all(ArticleRow, READ_HITS, rows).map(([row, ...rest]) => [row, rest]),
  );
  return placed.flatMap((document) => {
    const [article, author = null] = stored.get(document.score.row) ?? [];
    if (article === undefined) return [];
    return {
      article: Article.parse(JSON.parse(article)),
      ...(author === null ? {} : { authorId: author }),
      ...describeScore(document),
      ...(sort === 'relevance' ? {} : { place: placeOf(document.score.row, columns) }),
    };
  });
}
