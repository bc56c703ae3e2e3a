import { z } from 'zod';
import type { MeiliClient } from './client.js';
import { listed } from './document.js';
import { allOf, anyOf, equals, startsWith } from './filter.js';
import { findingOf } from './wordings.js';

/** The texts of a document, as folded words in order. */
export const HeldText = z.object({
  pk: z.string(),
  n: z.number(),
  byWording: z.array(z.string()).default([]),
  textTitle: z.string(),
  textExtra: z.string(),
  textBody: z.string(),
});
export type HeldText = z.infer<typeof HeldText>;

const FIELDS = Object.keys(HeldText.shape);

/** Documents that have all words of one of some wordings, wherever these stand. */
export const candidateFilter = (wordings: readonly string[]): string =>
  anyOf(wordings.map(wordsOf));

function wordsOf(wording: string): string {
  const words = wording.split(' ');
  const last = words.pop() ?? '';
  return allOf([...words.map((word) => equals('byFold', word)), startsWith('byFold', last)]);
}

/** Reads candidates after a number, or the newest ones. */
export const readCandidates = (
  client: MeiliClient,
  index: string,
  filter: string,
  { sort, limit }: { readonly sort: 'n:asc' | 'n:desc'; readonly limit: number },
): Promise<HeldText[]> =>
  client.documents(index, { filter, sort: [sort], fields: FIELDS, limit }, HeldText);

/** The wordings that a document holds, of those that `find` knows. */
export const wordingsIn = (
  { textTitle, textExtra, textBody }: Omit<HeldText, 'pk' | 'n'>,
  find: (folds: readonly string[]) => readonly string[],
): string[] => [
  ...new Set([textTitle, textExtra, textBody].flatMap((text) => [...find(listed(text))])),
];

/** Candidates that are read for one wording, and documents that a filter names. */
const MOST_READ = 500;
const MOST_NAMED = 300;

/** Documents that hold a wording, though they do not say so. */
export interface Holders {
  readonly numbers: readonly number[];
  /** Whether these are all. */
  readonly complete: boolean;
}

/** Looks for the holders of a wording, among the newest candidates. */
export async function findHolders(
  client: MeiliClient,
  index: string,
  wording: string,
): Promise<Holders> {
  const newest = { sort: 'n:desc', limit: MOST_READ } as const;
  const read = await readCandidates(client, index, candidateFilter([wording]), newest);
  const find = findingOf([wording]);
  const holding = read.filter((text) => wordingsIn(text, find).length > 0);
  return {
    numbers: holding.slice(0, MOST_NAMED).map(({ n }) => n),
    complete: read.length < MOST_READ && holding.length <= MOST_NAMED,
  };
}
