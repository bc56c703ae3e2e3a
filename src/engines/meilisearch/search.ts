import type { EngineHit, EngineQuery, EngineResult } from '../../../indexer/engine.js';
import {
  describeScore,
  placedByDate,
  placedByScore,
  unscored,
  type PlacedScore,
} from '../describe.js';
import { orderPartial } from '../partial.js';
import type { Score } from '../rank.js';
import type { EngineSettings } from '../settings.js';
import type { ListedSearch } from './client.js';
import { dateSearches, readDates } from './dates.js';
import type { DocumentReader, Version } from './documents.js';
import { facetSearches, readFacets } from './facets.js';
import { findMatch } from './match.js';
import { checkOutdated, outdatedSearches } from './outdated.js';
import { understand, type SearchTools, type Understanding } from './questions.js';
import { createScorer, type Scorer } from './score.js';
import { searchAll } from './search-all.js';
import {
  isOrderedByDate,
  pageSearch,
  placeOf,
  readWindow,
  windowSearches,
  type Match,
} from './window.js';

/** Everything that answering needs. */
export interface AnswerTools extends SearchTools {
  readonly reader: DocumentReader;
}

interface Placed extends PlacedScore {
  readonly version: Version;
}

/**
 * Answers a query: the server finds, counts and filters; the strongest matches are ranked here,
 * exactly as the embedded engine ranks.
 * @throws ReplacedError when a document that was found has been replaced meanwhile
 */
export async function search(query: EngineQuery, tools: AnswerTools): Promise<EngineResult> {
  const { client, index, reader, settings } = tools;
  const understanding = await understand(query, tools);
  const scorer = createScorer(query, understanding, reader, settings);
  const match = await findMatch(query, understanding, scorer, tools);
  const byDate = isOrderedByDate(query, match);
  const counted = facetSearches(query, match);
  const dated = dateSearches(query, match);
  const pages = pagesOf(query, match, understanding, settings);
  const later = outdatedSearches(counted);
  const asked = [counted, dated, pages, later];
  const [counts = [], dates = [], found = [], outdated = []] = await searchAll(
    client,
    index,
    asked,
  );
  checkOutdated(outdated);
  const total = counts[0]?.estimatedTotalHits ?? 0;
  const window = readWindow(found, byDate ? query.limit : settings.rankedHits);
  const page = byDate
    ? await scorePage(window, query, scorer)
    : await rankPage(window, total, { query, match, scorer }, tools);
  return {
    hits: await readHits(page, query, reader),
    total,
    facets: readFacets(query, counts),
    words: understanding.reports,
    ...readDates(dates),
  };
}

/** The searches for the documents of the page; none where only counts are asked for. */
function pagesOf(
  query: EngineQuery,
  match: Match,
  { counter }: Understanding,
  { rankedHits }: EngineSettings,
): ListedSearch[] {
  if (query.limit === 0) return [];
  return isOrderedByDate(query, match)
    ? [pageSearch(query, match, query)]
    : windowSearches(query, match, counter, rankedHits);
}

async function scorePage(found: readonly Version[], { words }: EngineQuery, scorer: Scorer) {
  const scores = words.length === 0 ? [] : await scorer.scores(found);
  return found.map((version, at) => ({
    version,
    ...placedByDate(scores[at] ?? unscored(version.n)),
  }));
}

interface Ranking {
  readonly query: EngineQuery;
  readonly match: Match;
  readonly scorer: Scorer;
}

/** A page of the ranked documents, and of those that follow them in the order of dates. */
async function rankPage(
  window: readonly Version[],
  total: number,
  { query, match, scorer }: Ranking,
  { client, index, settings }: AnswerTools,
): Promise<Placed[]> {
  const { offset, limit, sort } = query;
  if (limit === 0) return [];
  const scores = await scorer.scores(window);
  const versions = new Map(scores.map((score, at) => [score, window[at]]));
  const timeOf = (score: Score) => versions.get(score)?.byTime ?? NaN;
  const ordered =
    sort === 'relevance'
      ? placedByScore(orderPartial(scores, timeOf, settings.partial))
      : [...scores].sort((a, b) => scorer.worthOf(b) - scorer.worthOf(a)).map(placedByDate);
  const page = ordered.slice(offset, offset + limit).flatMap((document) => {
    const version = versions.get(document.score);
    return version ? [{ version, ...document }] : [];
  });
  if (total <= window.length || offset + limit <= window.length) return page;
  const rest = { offset: Math.max(0, offset - window.length), limit: limit - page.length };
  const [following] = await client.search(index, [pageSearch(query, match, rest, window)]);
  return [...page, ...(await scorePage(following?.hits ?? [], query, scorer))];
}

async function readHits(
  page: readonly Placed[],
  { sort }: EngineQuery,
  reader: DocumentReader,
): Promise<EngineHit[]> {
  const shown = await reader.articles(page.map(({ version }) => version));
  return page.flatMap((place, at) => {
    const document = shown[at];
    const placed = sort === 'relevance' ? {} : { place: placeOf(place.version) };
    return document ? [{ ...document, ...describeScore(place), ...placed }] : [];
  });
}
