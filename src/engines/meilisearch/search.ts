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
import type { FoundDocuments, ListedSearch } from './client.js';
import { ReplacedError, type DocumentReader, type Version } from './documents.js';
import { facetSearches, readFacets } from './facets.js';
import { findMatch } from './match.js';
import { checkOutdated, outdatedSearches } from './outdated.js';
import { understand, type SearchTools } from './questions.js';
import { createScorer, type Scorer } from './score.js';
import { isOrderedByDate, pageSearch, readWindow, windowSearches, type Match } from './window.js';

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
  const pages = byDate
    ? [pageSearch(query, match, query)]
    : windowSearches(query, match, understanding.counter, settings.rankedHits);
  const searches = [...counted, ...pages, ...outdatedSearches(counted)];
  const answers = await client.search(index, searches);
  checkOutdated(answers.slice(counted.length + pages.length));
  checkUnchanged(searches, answers);
  const total = answers[0]?.estimatedTotalHits ?? 0;
  const found = readWindow(
    answers.slice(counted.length, counted.length + pages.length),
    byDate ? query.limit : settings.rankedHits,
  );
  const page = byDate
    ? await scorePage(found, query, scorer)
    : await rankPage(found, total, { query, match, scorer }, tools);
  return {
    hits: await readHits(page, reader),
    total,
    facets: readFacets(query, answers),
    words: understanding.reports,
  };
}

/**
 * The searches of a request are made one after the other: when two that seek the same do not count
 * the same, documents were written between them.
 */
function checkUnchanged(
  searches: readonly ListedSearch[],
  answers: readonly FoundDocuments[],
): void {
  const counts = new Map<string, number>();
  for (const [at, { q, filter }] of searches.entries()) {
    const sought = JSON.stringify([q, filter]);
    const count = answers[at]?.estimatedTotalHits ?? 0;
    if ((counts.get(sought) ?? count) !== count) throw new ReplacedError();
    counts.set(sought, count);
  }
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
  const scores = await scorer.scores(window);
  const versions = new Map(scores.map((score, at) => [score, window[at]]));
  const timeOf = (score: Score) => versions.get(score)?.byTime ?? NaN;
  const ordered =
    sort === 'relevance'
      ? placedByScore(orderPartial(scores, timeOf, settings.partial))
      : [...scores].sort((a, b) => scorer.massOf(b) - scorer.massOf(a)).map(placedByDate);
  const page = ordered.slice(offset, offset + limit).flatMap((document) => {
    const version = versions.get(document.score);
    return version ? [{ version, ...document }] : [];
  });
  if (total <= window.length || offset + limit <= window.length) return page;
  const rest = { offset: Math.max(0, offset - window.length), limit: limit - page.length };
  const [following] = await client.search(index, [pageSearch(query, match, rest, window)]);
  return [...page, ...(await scorePage(following?.hits ?? [], query, scorer))];
}

async function readHits(page: readonly Placed[], reader: DocumentReader): Promise<EngineHit[]> {
  const shown = await reader.articles(page.map(({ version }) => version));
  return page.flatMap((place, at) => {
    const document = shown[at];
    return document ? [{ ...document, ...describeScore(place) }] : [];
  });
}
