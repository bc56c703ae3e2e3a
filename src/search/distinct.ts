import type { Article } from '../../indexer/article.js';
import {
  isSameStory,
  storyOf,
  tellingTokens,
  type Rarity,
  type Story,
  type StoryTools,
} from './story.js';

interface Found {
  readonly article: Article;
}

/** An article, and those below it that tell the same story. */
export interface StoryEntry<Hit> {
  readonly hit: Hit;
  readonly duplicates: readonly Hit[];
}

/** So many of the best hits are folded; those after them follow one by one. */
export const FOLDED_HITS = 100;

/**
 * Folds hits, best first, into stories: each joins the first of those before it that leads a story
 * and tells the same, or else leads its own. Order is kept, no hit is lost.
 *
 * @example foldStories([a, sameAsA, b], tools) // [{ hit: a, duplicates: [sameAsA] }, { hit: b, … }]
 */
export function foldStories<Hit extends Found>(
  hits: readonly Hit[],
  tools: StoryTools,
): StoryEntry<Hit>[] {
  const entries: { readonly hit: Hit; readonly story: Story; readonly duplicates: Hit[] }[] = [];
  const rarity = rarityAmong(hits, tools);
  for (const hit of hits) {
    const story = storyOf(hit.article, tools, rarity);
    const leader = entries.find((entry) => isSameStory(entry.story, story));
    if (leader) leader.duplicates.push(hit);
    else entries.push({ hit, story, duplicates: [] });
  }
  return entries.map(({ hit, duplicates }) => ({ hit, duplicates }));
}

/** A word of so large a share of the titles is what was searched for, and tells little. */
const EVERYWHERE = 0.15;
const LITTLE = 0.3;
/** Among fewer titles a word that many have may be the story. */
const ENOUGH_HITS = 30;

function rarityAmong(hits: readonly Found[], tools: StoryTools): Rarity {
  if (hits.length < ENOUGH_HITS) return () => 1;
  const counts = new Map<string, number>();
  for (const { article } of hits) {
    const stems = tellingTokens(article.title, tools).flatMap(({ word }) => word.stems);
    for (const stem of new Set(stems)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  const isCommon = (stem: string) => (counts.get(stem) ?? 0) > EVERYWHERE * hits.length;
  return ({ stems }) => (stems.some(isCommon) ? LITTLE : 1);
}

/** Gives the hits from `offset` on, `limit` at most, and how many there are in all. */
export type FetchHits<Hit> = (
  offset: number,
  limit: number,
) => Promise<{ readonly hits: readonly Hit[]; readonly total: number }>;

export interface StoryPage<Hit> {
  readonly entries: readonly StoryEntry<Hit>[];
  /** Entries on all pages. */
  readonly total: number;
}

/**
 * One page of hits folded into stories. The best 100 are always fetched together, so that on every
 * page the same ones are folded: no hit is on two pages, none is on no page.
 *
 * @param page from 1 on
 * @param maxHits hits beyond this number cannot be fetched
 * @example (await pageOfStories(fetch, 2, 20, tools, 10_000)).total // 173, of 200 hits
 */
export async function pageOfStories<Hit extends Found>(
  fetch: FetchHits<Hit>,
  page: number,
  hitsPerPage: number,
  tools: StoryTools,
  maxHits = Infinity,
): Promise<StoryPage<Hit>> {
  const { hits, total } = await fetch(0, Math.min(FOLDED_HITS, maxHits));
  const folded = foldStories(hits, tools);
  const offset = (page - 1) * hitsPerPage;
  const entries: StoryEntry<Hit>[] = folded.slice(offset, offset + hitsPerPage);
  const after = hits.length + Math.max(0, offset - folded.length);
  const lacking = Math.min(hitsPerPage - entries.length, Math.min(total, maxHits) - after);
  if (lacking > 0) {
    const rest = await fetch(after, lacking);
    entries.push(...rest.hits.map((hit) => ({ hit, duplicates: [] })));
  }
  return { entries, total: total - hits.length + folded.length };
}
