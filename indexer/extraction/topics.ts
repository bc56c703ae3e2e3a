import { z } from 'zod';
import { readConfig } from '../config.js';
import { cleanLine } from './clean.js';
import { foldText } from './text.js';

/** `config/topics.json`. */
export const TopicsConfig = z.strictObject({
  provenance: z.string(),
  tagger: z.strictObject({
    /** A word in the title counts so many times as much as one in the body. */
    titleFactor: z.number().positive(),
    /** Repetitions of a word in the body beyond this number add nothing. */
    mostRepetitions: z.number().int().positive(),
    /** A topic needs this score, and more in a long text: so much for each hundred words. */
    threshold: z.number().positive(),
    thresholdPerHundredWords: z.number().nonnegative(),
    /** …and this share of the best topic's score. */
    shareOfBest: z.number().min(0).max(1),
    mostTopics: z.number().int().positive(),
  }),
  topics: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9-]+$/),
      name: z.strictObject({ az: z.string(), en: z.string() }),
      /** Labels that records bring for it, besides id and names; compared folded. */
      aliases: z.array(z.string()),
      /** Words and phrases that speak for it, with their weight; compared by stems. */
      words: z.record(z.string(), z.number().positive()),
    }),
  ),
  /** Labels that say nothing of the subject: `Digər`, `Multimedia`. */
  ignored: z.array(z.string()),
});
export type TopicsConfig = z.infer<typeof TopicsConfig>;

/** A topic as facets and hits show it. */
export interface Topic {
  readonly id: string;
  readonly name: string;
}

/** The controlled list of topics, and a place for topics that only a source knows. */
export interface TopicCatalogue {
  /** Every topic of the list, in its order. */
  readonly topics: readonly Topic[];
  /** The id of the listed topic that a label means, else the label itself, with single spaces. */
  mapTopic(label: string): string;
  /** Labels mapped in order, each topic once; labels without a subject left out. */
  mapTopics(labels: readonly string[]): string[];
  /** Id and display name of any value of `article.topics`. */
  topicOf(value: string): Topic;
}

/**
 * Makes the catalogue.
 *
 * @example createTopicCatalogue(config).mapTopic('azerbaijan/society') // 'cemiyyet'
 */
export function createTopicCatalogue(config: TopicsConfig): TopicCatalogue {
  const topics = config.topics.map(({ id, name }) => ({ id, name: name.az }));
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const ids = indexLabels(config);
  const ignored = new Set(config.ignored.map(labelKey));
  const mapTopic = (label: string): string => ids.get(labelKey(label)) ?? foldSpace(label);
  const topicOf = (value: string): Topic => byId.get(value) ?? unlistedTopic(value);
  return {
    topics,
    mapTopic,
    mapTopics: (labels) => {
      const known = labels.filter((label) => !ignored.has(labelKey(label))).map(mapTopic);
      return [...new Map(known.map((value) => [spellingKey(value), value])).values()];
    },
    topicOf,
  };
}

/** Reads `config/topics.json`. */
export function loadTopics(): TopicsConfig {
  return readConfig('topics', TopicsConfig);
}

function indexLabels(config: TopicsConfig): ReadonlyMap<string, string> {
  const labels = config.topics.flatMap(({ id, name, aliases }) =>
    [id, name.az, name.en, ...aliases].map((label): [string, string] => [labelKey(label), id]),
  );
  return new Map(labels);
}

/** A topic that only the source knows has no other id than its label. */
function unlistedTopic(value: string): Topic {
  const label = foldSpace(value);
  return { id: label, name: label };
}

const foldSpace = (label: string): string => cleanLine(label) ?? label;

/** `Şou-biznes`, `sou biznes` and `SOU_BIZNES` are one label. */
function labelKey(label: string): string {
  return foldText(label.normalize('NFC'))
    .replace(/[^\p{L}\p{N}/]+/gu, ' ')
    .trim();
}

/** As `labelKey`, but for the signs that tell `C`, `C++` and `C#` apart. */
function spellingKey(label: string): string {
  return foldText(label.normalize('NFC'))
    .replace(/[\s\p{Pd}\p{Pc}]+/gu, ' ')
    .trim();
}
