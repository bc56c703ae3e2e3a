import type { TopicsConfig } from './topics.js';

/** The folded stems of every word of a text, in order: what the analyzer gives. */
export type StemsOf = (text: string) => readonly (readonly string[])[];

/** The topics of an article by its words: at most `mostTopics` ids, likeliest first. */
export type TopicTagger = (title: string, body: string) => string[];

interface Clue {
  readonly topic: string;
  readonly weight: number;
  /** Stems of each word of the phrase. */
  readonly stems: readonly (readonly string[])[];
}

/**
 * Makes the tagger: it counts the weighted words of each topic's list, more in the title than in
 * the body, and keeps the topics above the threshold.
 *
 * @example createTopicTagger(config, stemsOf)('Neft ucuzlaşıb', 'Brent neftinin qiyməti …') // ['enerji']
 */
export function createTopicTagger(config: TopicsConfig, stemsOf: StemsOf): TopicTagger {
  const clues = indexClues(config, stemsOf);
  return (title, body) => {
    const scores = new Map<string, number>();
    const add = (topic: string, points: number): unknown =>
      scores.set(topic, (scores.get(topic) ?? 0) + points);
    const words = stemsOf(body);
    for (const [clue, times] of countClues(stemsOf(title), clues)) {
      add(clue.topic, clue.weight * config.tagger.titleFactor * Math.min(times, 1));
    }
    for (const [clue, times] of countClues(words, clues)) {
      add(clue.topic, clue.weight * Math.min(times, config.tagger.mostRepetitions));
    }
    return chooseTopics(scores, words.length, config.tagger);
  };
}

function chooseTopics(
  scores: ReadonlyMap<string, number>,
  words: number,
  rules: TopicsConfig['tagger'],
): string[] {
  const ranked = [...scores].toSorted((a, b) => b[1] - a[1]);
  const best = ranked[0]?.[1] ?? 0;
  const least = Math.max(
    rules.threshold + (rules.thresholdPerHundredWords * words) / 100,
    best * rules.shareOfBest,
  );
  const chosen = ranked.filter(([, score]) => score >= least).slice(0, rules.mostTopics);
  return chosen.map(([topic]) => topic);
}

/** Clues by each stem of their first word. */
function indexClues(config: TopicsConfig, stemsOf: StemsOf): ReadonlyMap<string, Clue[]> {
  const index = new Map<string, Clue[]>();
  for (const { id, words } of config.topics) {
    for (const [phrase, weight] of Object.entries(words)) {
      const clue = { topic: id, weight, stems: stemsOf(phrase) };
      for (const stem of new Set(clue.stems[0]))
        index.set(stem, [...(index.get(stem) ?? []), clue]);
    }
  }
  return index;
}

function countClues(
  words: readonly (readonly string[])[],
  clues: ReadonlyMap<string, readonly Clue[]>,
): Map<Clue, number> {
  const counts = new Map<Clue, number>();
  for (const [at, stems] of words.entries()) {
    // Most words are no clue at all.
    if (!stems.some((stem) => clues.has(stem))) continue;
    const here = new Set(stems.flatMap((stem) => clues.get(stem) ?? []));
    for (const clue of here) {
      const matches = clue.stems.every((wanted, place) => meet(wanted, words[at + place]));
      if (matches) counts.set(clue, (counts.get(clue) ?? 0) + 1);
    }
  }
  return counts;
}

function meet(a: readonly string[], b: readonly string[] | undefined): boolean {
  return b?.some((stem) => a.includes(stem)) === true;
}
