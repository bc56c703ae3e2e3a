import type { Asker, EachContender } from './asker.js';
import { sample, withTitles } from './corpus.js';
import { readTable } from './data.js';
import { countOf, printOutcomes } from './table.js';

const SAMPLE = 300;
const KINDS = ['typo', 'ascii_only', 'split'] as const;

interface Place {
  readonly kind: string;
  readonly place: number;
}

const rows = () => readTable('eval/spelling-errors.tsv');

/** Errors that were really typed, about so many of each kind. */
export const typedErrors = (of: number) =>
  KINDS.flatMap((kind) =>
    sample(
      rows().filter((row) => row['kind'] === kind),
      of,
    ),
  );

async function askErrors(asker: Asker): Promise<Place[]> {
  const places: Place[] = [];
  for (const { typed = '', correct = '', kind = '' } of typedErrors(SAMPLE)) {
    const { hits } = await asker.ask({ q: `${typed} `, hitsPerPage: 10 });
    const place = hits.findIndex(({ title }) => title === correct);
    places.push({ kind, place: place < 0 ? Infinity : place + 1 });
  }
  return places;
}

/** Typed errors as queries, over documents that are one correct word each. */
export async function evaluateSpelling(each: EachContender): Promise<void> {
  const words = [...new Set(rows().map(({ correct = '' }) => correct))];
  const titles = new Map(words.map((word, at) => [`word-${at}`, word]));
  const outcomes = await withTitles(titles, (path) => each([path], askErrors));
  const share = (kind: string, most: number) => (places: readonly Place[]) => {
    const those = places.filter((each) => each.kind === kind);
    return countOf(those.filter(({ place }) => place <= most).length, those.length);
  };
  printOutcomes(
    `Typed errors (eval/spelling-errors.tsv), over ${titles.size} documents that are a correct word`,
    outcomes,
    KINDS.flatMap((kind) => [
      [`${kind}: first`, share(kind, 1)] as const,
      [`${kind}: first ten`, share(kind, 10)] as const,
    ]),
  );
}
