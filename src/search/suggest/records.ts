import type { Article } from '../../../indexer/article.js';
import { sortInSlices, type Pace } from './pace.js';

/** What suggestions need of an article. */
export interface TitleRecord {
  readonly id: string;
  readonly title: string;
  /** Seconds since 1970; -Infinity without a date. */
  readonly seconds: number;
  readonly author?: string;
  readonly topics: readonly string[];
}

/** Of a longer title the beginning will do. */
const MOST_TITLE_CHARACTERS = 400;

/** The newest articles, newest first, `most` at most; those without a date come last. */
export async function readNewest(
  articles: AsyncIterable<Article>,
  most: number,
  pace: Pace,
): Promise<TitleRecord[]> {
  let records: TitleRecord[] = [];
  for await (const article of articles) {
    records.push(recordOf(article));
    // Twice as many are let in, so that sorting them is worth while.
    if (records.length >= 2 * most) records = await newest(records, most, pace);
    if (pace.isDue()) await pace.rest();
  }
  return newest(records, most, pace);
}

const newest = async (records: readonly TitleRecord[], most: number, pace: Pace) =>
  (await sortInSlices(records, byNewest, pace)).slice(0, most);

const byNewest = (a: TitleRecord, b: TitleRecord) =>
  a.seconds === b.seconds ? 0 : b.seconds - a.seconds;

function recordOf({ id, title, date, author, topics }: Article): TitleRecord {
  return {
    id,
    title: title.slice(0, MOST_TITLE_CHARACTERS),
    seconds: date === undefined ? -Infinity : Date.parse(date) / 1000,
    topics,
    ...(author === undefined ? {} : { author }),
  };
}
