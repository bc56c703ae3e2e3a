import type { Article } from '../../indexer/article.js';
import type { Analyzer, Token } from '../../indexer/language/analyzer.js';
import { isCapitalised } from '../../indexer/language/casing.js';
import { lettersOf } from '../../indexer/language/twins.js';
import type { Word } from '../../indexer/language/word.js';
import type { Lexicon } from '../../indexer/lexicon/lexicon.js';

/** What an article is known by when it is asked whether another tells the same story. */
export interface Story {
  readonly words: readonly StoryWord[];
  /** Stems and name keys of all words. */
  readonly marks: ReadonlySet<string>;
  /** Seconds since 1970; undefined without a date. */
  readonly seconds: number | undefined;
  /** Hashes of rows of words of the beginning of the body; none of a short one. */
  shingles(): ReadonlySet<number>;
}

interface StoryWord {
  readonly kind: 'name' | 'number' | 'verb' | 'other';
  readonly weight: number;
  /** Its stems, and its name keys where it is written as a name. */
  readonly marks: readonly string[];
}

/** How much a word tells where other words tell more: 1 for most, less for one that is everywhere. */
export type Rarity = (word: Word) => number;

export interface StoryTools {
  readonly analyzer: Analyzer;
  readonly lexicon: Pick<Lexicon, 'stopWords' | 'questionWords'>;
}

/** What a word of a title tells: names and numbers tell an event from others of its kind. */
const WEIGHTS: Readonly<Record<StoryWord['kind'], number>> = {
  name: 1.6,
  number: 1.4,
  verb: 0.5,
  other: 1,
};
/** Share of the weighted words that two titles of one story have in common, at one time, */
const SAME_STORY = 0.5;
/** and so much more when they are two days apart: the next event of the kind may have happened. */
const LATER = 0.25;
/** Each title says a number, or a name, that the other does not: another event of the kind. */
const OTHER_NUMBER = 0.15;
const OTHER_NAME = 0.15;
/** With less in common of the titles the bodies need not be read. */
const LEAST_TO_READ = 0.3;
/** Articles on one story are not farther apart. */
export const STORY_HOURS = 48;

/** Without dates and bodies the titles alone must tell. */
const SAME_TITLE = 0.9;

/** Rows of so many words; of so many words of the body; and how many must be in common. */
const SHINGLE = 4;
const MOST_WORDS = 120;
const LEAST_SHINGLES = 20;
const SAME_BODY = 0.6;

/**
 * Reads what the judgement compares; of the body only when it is asked for.
 *
 * @example isSameStory(storyOf(article, tools), storyOf(other, tools)) // true
 */
export function storyOf(
  { title, body, date }: Article,
  tools: StoryTools,
  rarity: Rarity = () => 1,
): Story {
  let shingles: ReadonlySet<number> | undefined;
  const words = wordsOf(title, tools, rarity);
  return {
    words,
    marks: new Set(words.flatMap(({ marks }) => marks)),
    seconds: date === undefined ? undefined : Date.parse(date) / 1000,
    shingles: () => (shingles ??= shinglesOf(body, tools.analyzer)),
  };
}

/**
 * Whether two articles tell of one event: within 48 hours, and in titles of mostly the same words or
 * in nearly the same body. What has no date may be of any time, so that its body must tell, if any.
 */
export function isSameStory(a: Story, b: Story): boolean {
  const apart = hoursApart(a, b);
  if (apart !== undefined && apart > STORY_HOURS) return false;
  const titles = likeness(a, b);
  if (titles < LEAST_TO_READ) return false;
  if (apart !== undefined && titles >= SAME_STORY + (LATER * apart) / STORY_HOURS) return true;
  const [few, many] = [a.shingles(), b.shingles()].sort((some, others) => some.size - others.size);
  if (!few || !many || few.size === 0) return apart === undefined && titles >= SAME_TITLE;
  return shareOf(few, many) >= SAME_BODY;
}

/** Undefined where one has no date. */
const hoursApart = (a: Story, b: Story): number | undefined =>
  a.seconds === undefined || b.seconds === undefined
    ? undefined
    : Math.abs(a.seconds - b.seconds) / 3600;

/**
 * How much the titles of two articles say the same, from 0 to 1: the share of their words, by weight,
 * that the other has too, less where each has a name or a number that the other has not.
 */
export function likeness(a: Story, b: Story): number {
  const total = weightOf(a.words) + weightOf(b.words);
  if (total === 0) return 0;
  const [onlyA, onlyB] = [without(a, b), without(b, a)];
  const common = 1 - (weightOf(onlyA) + weightOf(onlyB)) / total;
  const differ = (kind: StoryWord['kind']) =>
    [onlyA, onlyB].every((words) => words.some((word) => word.kind === kind));
  return common - (differ('number') ? OTHER_NUMBER : 0) - (differ('name') ? OTHER_NAME : 0);
}

const weightOf = (words: readonly StoryWord[]): number =>
  words.reduce((sum, { weight }) => sum + weight, 0);

const without = ({ words }: Story, { marks }: Story): StoryWord[] =>
  words.filter((word) => !word.marks.some((mark) => marks.has(mark)));

/** The words of a title, or of another text, that say what it is about. */
export function tellingTokens(text: string, { analyzer, lexicon }: StoryTools): Token[] {
  const { stopWords, questionWords } = lexicon;
  return withoutLabels(analyzer.analyze(text).tokens).filter(
    ({ word }) => !stopWords.has(word.form) && !questionWords.has(word.form),
  );
}

const wordsOf = (title: string, tools: StoryTools, rarity: Rarity): StoryWord[] =>
  tellingTokens(title, tools).map((token) => {
    const { word, name } = token;
    const kind = kindOf(token);
    // What opens a title is weighed as a name, but whether it sounds like one nobody can say.
    const marks = name ? [...word.stems, ...word.keys] : word.stems;
    return { kind, weight: WEIGHTS[kind] * rarity(word), marks };
  });

/** A title may end in what is said of the page, in capitals: FOTO, VİDEO, YENİLƏNİB-2. */
function withoutLabels(tokens: readonly Token[]): readonly Token[] {
  const isLabel = ({ text }: Token) => /^(?:\p{Lu}{4,}|\p{N})$/u.test(text);
  const last = tokens.findLastIndex((token) => !isLabel(token));
  const labels = tokens.slice(last + 1);
  return last >= 0 && labels.some(({ text }) => text.length > 1)
    ? tokens.slice(0, last + 1)
    : tokens;
}

const INFINITIVE = /m[ae][kq]$/;

/** Where something happened opens many titles, and is seldom told from a common word there. */
const PLACE = /..[dt][ae]$/;

function kindOf({ start, text, word, name }: Token): StoryWord['kind'] {
  const [stem = ''] = word.stems;
  if (/^\p{N}+$/u.test(word.form)) return 'number';
  const opens = start === 0 && isCapitalised(text) && word.fold !== stem && PLACE.test(word.fold);
  if (name || opens) return 'name';
  return INFINITIVE.test(lettersOf(stem)) ? 'verb' : 'other';
}

function shinglesOf(body: string, analyzer: Analyzer): Set<number> {
  const folds: string[] = [];
  for (const { word } of analyzer.tokens(body)) {
    folds.push(lettersOf(word.fold));
    if (folds.length === MOST_WORDS) break;
  }
  const shingles = new Set<number>();
  for (let at = 0; at + SHINGLE <= folds.length; at++) {
    shingles.add(hash(folds.slice(at, at + SHINGLE).join(' ')));
  }
  return shingles.size < LEAST_SHINGLES ? new Set() : shingles;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
}

/** How much of one set another has. */
function shareOf(few: ReadonlySet<number>, many: ReadonlySet<number>): number {
  let common = 0;
  for (const value of few) if (many.has(value)) common++;
  return common / few.size;
}
