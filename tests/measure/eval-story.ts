import type { Article } from '../../indexer/article.js';
import { createAnalyzer } from '../../indexer/language/analyzer.js';
import { loadLexicon } from '../../indexer/lexicon/lexicon.js';
import { isSameStory, storyOf, type Story } from '../../src/search/story.js';
import { readCorpus } from './corpus.js';
import { dataPath, readTable } from './data.js';
import { countOf } from './table.js';

/** Pairs to compare with, none of them listed: by chance, and by chance within two days. */
const OTHERS = 40_000;
const NEAR_S = 48 * 60 * 60;

type Pair = readonly [Story, Story];

/**
 * Whether headlines of one event are judged to be one story, and others not. Many of those that are
 * wrongly judged are events of which the list does not know.
 */
export async function evaluateStories(): Promise<void> {
  const articles = await readCorpus([dataPath('news.jsonl')]);
  const tools = { analyzer: createAnalyzer(), lexicon: loadLexicon() };
  // The headlines alone, for most have no body.
  const stories = new Map(
    articles.map((article): [string, Story] => [
      article.id,
      storyOf({ ...article, body: '' }, tools),
    ]),
  );
  const listed = listedPairs(stories);
  const met = countSame(listed);
  console.log('One story or not, by headline (eval/same-event-headlines.tsv)');
  console.log(`  pairs of one event judged so    ${countOf(met, listed.length)}`);
  for (const [name, isWanted] of [
    ['other pairs judged so           ', () => true],
    ['other pairs within two days     ', isNear],
  ] as const) {
    const others = otherPairs(articles, stories, isWanted);
    const wrong = countSame(others);
    const precision = met / (met + (wrong / others.length) * listed.length);
    console.log(
      `  ${name}${countOf(wrong, others.length)}; precision of as many ${precision.toFixed(4)}`,
    );
  }
}

const countSame = (pairs: readonly Pair[]): number =>
  pairs.filter(([a, b]) => isSameStory(a, b)).length;

const isNear = ([a, b]: Pair): boolean =>
  Math.abs((a.seconds ?? Infinity) - (b.seconds ?? 0)) <= NEAR_S;

function listedPairs(stories: ReadonlyMap<string, Story>): Pair[] {
  return readTable('eval/same-event-headlines.tsv').flatMap(
    ({ query_doc_id: from = '', relevant_doc_id: to = '' }): Pair[] => {
      const [a, b] = [stories.get(from), stories.get(to)];
      return a && b ? [[a, b]] : [];
    },
  );
}

function otherPairs(
  articles: readonly Article[],
  stories: ReadonlyMap<string, Story>,
  isWanted: (pair: Pair) => boolean,
): Pair[] {
  const pairs: Pair[] = [];
  const next = createNumbers(articles.length);
  while (pairs.length < OTHERS) {
    const [first, second] = [next(), next()];
    const a = stories.get(articles[first]?.id ?? '');
    const b = stories.get(articles[second]?.id ?? '');
    if (a && b && first !== second && isWanted([a, b])) pairs.push([a, b]);
  }
  return pairs;
}

/** Numbers below `most`, the same in every run (xorshift). */
function createNumbers(most: number): () => number {
  let state = 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % most;
  };
}

await evaluateStories();
