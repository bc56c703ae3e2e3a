import { z } from 'zod';
import { readConfig } from '../config.js';
import { createDateFinder } from './dates.js';
import type { DateFinder } from './dates.js';

const Words = z.array(z.string().min(1));
const Pattern = z.string().transform((source, context) => {
  try {
    return new RegExp(source, 'du');
  } catch (error) {
    context.addIssue(error instanceof Error ? error.message : 'not a regular expression');
    return z.NEVER;
  }
});

/** `config/extraction.json`: words and patterns, compared in folded small letters. */
export const ExtractionConfig = z.strictObject({
  provenance: z.string(),
  months: z.record(z.string(), z.number().int().min(1).max(12)),
  weekdays: Words,
  icons: Words,
  menu: Words,
  siteNames: z.array(Pattern),
  noise: z.array(Pattern),
  tail: Words,
  asides: Words,
  counts: z.array(Pattern),
  relativeTimes: z.array(Pattern),
  labels: z.strictObject({
    published: Words,
    updated: Words,
    author: Words,
    source: Words,
    address: Words,
    tags: Words,
    rubric: Words,
  }),
  noAuthors: Words,
  archived: z.array(Pattern),
  provenanceLines: z.array(Pattern),
  datelines: z.array(Pattern),
  names: z.strictObject({ suffixes: Words, given: Words, roles: Words }),
  abbreviations: Words,
});
export type ExtractionConfig = z.infer<typeof ExtractionConfig>;

export type LabelName = keyof ExtractionConfig['labels'];

/** The rules of extraction, compiled for use. */
export interface ExtractionRules extends ExtractionConfig {
  readonly findDates: DateFinder;
  readonly menuWord: RegExp;
  /** Headings of lists of other stories: the article ends above. */
  readonly tailLines: ReadonlySet<string>;
  /** Headings of a list inside the article, which goes on below. */
  readonly asideLines: ReadonlySet<string>;
  /** Where a labelled value begins in a line: `Tarix: … Oxunub: …`. */
  readonly anyLabel: RegExp;
  readonly labelStarts: Readonly<Record<LabelName, RegExp>>;
  /** The same without its colon: `By …`, `Müəllif …`. */
  readonly authorPrefix: RegExp;
  readonly givenNames: ReadonlySet<string>;
  readonly roleWords: ReadonlySet<string>;
  /** An icon's name glued to the text that follows, or a line of its own. */
  readonly icon: RegExp;
  /** Counters, times like «2 saat əvvəl», weekdays: what stands beside a date. */
  readonly besideDate: RegExp;
}

/** Compiles the words of the configuration; pure. */
export function compileRules(config: ExtractionConfig): ExtractionRules {
  return {
    ...config,
    findDates: createDateFinder(config.months),
    menuWord: new RegExp(
      String.raw`(?<![\p{L}\d])(?:${alternatives(config.menu)})(?![\p{L}\d])`,
      'gu',
    ),
    tailLines: new Set(config.tail),
    asideLines: new Set(config.asides),
    anyLabel: new RegExp(
      String.raw`(?<!\p{L})(?:${alternatives(Object.values(config.labels).flat())})\s*[:：]`,
      'gu',
    ),
    labelStarts: {
      published: labelPattern(config.labels.published),
      updated: labelPattern(config.labels.updated),
      author: labelPattern(config.labels.author),
      source: labelPattern(config.labels.source),
      address: labelPattern(config.labels.address),
      tags: labelPattern(config.labels.tags),
      rubric: labelPattern(config.labels.rubric),
    },
    authorPrefix: new RegExp(String.raw`^(?:${alternatives(config.labels.author)})\s+`, 'u'),
    givenNames: new Set(config.names.given),
    roleWords: new Set(config.names.roles),
    icon: new RegExp(
      `^(?:${alternatives(config.icons)})(?: (?=[\\p{Lu}\\d])|(?=[\\p{Lu}\\d])|$)`,
      'u',
    ),
    besideDate: besidePattern(config),
  };
}

/** Reads `config/extraction.json`. */
export function loadExtractionRules(): ExtractionRules {
  return compileRules(readConfig('extraction', ExtractionConfig));
}

function besidePattern({ counts, relativeTimes, weekdays }: ExtractionConfig): RegExp {
  const days = `(?<!\\p{L})(?:${alternatives(weekdays)})(?!\\p{L})`;
  const sources = [...counts, ...relativeTimes].map((pattern) => pattern.source);
  return new RegExp([...sources, days].join('|'), 'gu');
}

function labelPattern(words: readonly string[]): RegExp {
  return new RegExp(String.raw`^(?:${alternatives(words)})\s*[:：]\s*`, 'u');
}

function alternatives(words: readonly string[]): string {
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  return longestFirst.map((word) => word.replace(/[.+*?^$()[\]{}|\\]/g, String.raw`\$&`)).join('|');
}
