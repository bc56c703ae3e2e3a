import { authorId } from '../../../indexer/document.js';
import type { TopicCatalogue } from '../../../indexer/extraction/topics.js';
import type { Analyzer } from '../../../indexer/language/analyzer.js';
import type { Lexicon } from '../../../indexer/lexicon/lexicon.js';
import type { Pace } from './pace.js';
import { findPhrases, type Phrase } from './phrases.js';
import type { TitleRecord } from './records.js';
import type { SuggestionKind } from './request.js';
import type { TermBook } from './term-book.js';
import type { Texts } from './texts.js';

/** Something that can be suggested; its number is that of its text. */
export interface Entry {
  readonly kind: SuggestionKind;
  readonly text: string;
  readonly id?: string;
  readonly count?: number;
  /** Any of its words may be what somebody begins with: of a name most often the last. */
  readonly name: boolean;
  /** What it is worth, however it is met; one more is twice as frequent. */
  readonly worth: number;
}

export interface EntryTools {
  readonly analyzer: Analyzer;
  readonly lexicon: Lexicon;
  readonly topics: TopicCatalogue;
  readonly book: TermBook;
  readonly texts: Texts;
  readonly pace: Pace;
}

/** A new title is worth this, and half of it after so many seconds. */
const NEW_TITLE = 2;
const HALF_LIFE_S = 30 * 24 * 60 * 60;
/** Readers look for people and things with names. */
const NAME_WORTH = 2;
const COHESION_WORTH = 3;
const OBLIQUE_COST = 3;
/** Of many articles a topic or an author is not worth more than a name that is everywhere. */
const MOST_BY_COUNT = 5;

/** Makes what can be suggested, and adds its words to the texts in the same order. */
export async function makeEntries(
  records: readonly TitleRecord[],
  tools: EntryTools,
): Promise<Entry[]> {
  const entries = await titlesOf(records, tools);
  const { texts, book, lexicon, pace } = tools;
  const phrases = await findPhrases(
    texts,
    (title) => records[title]?.title ?? '',
    book,
    lexicon,
    pace,
  );
  for (const phrase of phrases) {
    texts.repeat(phrase.from, phrase.to);
    entries.push(phraseEntry(phrase));
    if (pace.isDue()) await pace.rest();
  }
  for (const label of await labelsOf(records, tools)) {
    texts.add(label.text);
    entries.push(label);
  }
  return entries;
}

async function titlesOf(
  records: readonly TitleRecord[],
  { texts, pace }: EntryTools,
): Promise<Entry[]> {
  const newest = records[0]?.seconds ?? 0;
  const entries: Entry[] = [];
  for (const { id, title, seconds } of records) {
    texts.add(title);
    const worth = NEW_TITLE * 2 ** ((seconds - newest) / HALF_LIFE_S);
    entries.push({ kind: 'title', text: title, id, name: false, worth: worth || 0 });
    if (pace.isDue()) await pace.rest();
  }
  return entries;
}

const phraseEntry = ({ text, count, name, ending, cohesion }: Phrase): Entry => ({
  kind: 'phrase',
  text: text.replace(/\s+/gu, ' '),
  count,
  name,
  worth:
    Math.log2(count) +
    COHESION_WORTH * cohesion +
    (name ? NAME_WORTH : 0) -
    (ending === 'oblique' ? OBLIQUE_COST : 0),
});

/** Authors and topics with their articles counted; each author as most articles write the name. */
async function labelsOf(
  records: readonly TitleRecord[],
  { analyzer, topics, pace }: EntryTools,
): Promise<Entry[]> {
  const authors = createTally();
  const subjects = createTally();
  for (const record of records) {
    if (record.author !== undefined) authors.add(authorId(record.author, analyzer), record.author);
    for (const { id, name } of record.topics.map(topics.topicOf)) subjects.add(id, name);
    if (pace.isDue()) await pace.rest();
  }
  return [...authors.entries('author'), ...subjects.entries('topic')];
}

function createTally() {
  const names = new Map<string, Map<string, number>>();
  return {
    add: (id: string, name: string): void => {
      const counts = names.get(id) ?? new Map<string, number>();
      names.set(id, counts.set(name, (counts.get(name) ?? 0) + 1));
    },
    entries: (kind: 'author' | 'topic'): Entry[] =>
      [...names].map(([id, counts]) => {
        const [[text] = ['']] = [...counts].sort((a, b) => b[1] - a[1]);
        const count = [...counts.values()].reduce((sum, each) => sum + each, 0);
        const name = kind === 'author';
        const worth = Math.min(Math.log2(1 + count), MOST_BY_COUNT) + (name ? NAME_WORTH : 0);
        return { kind, text, id, count, name, worth };
      }),
  };
}
