import { FACETS } from '../../indexer/engine.js';
import type { Question } from './asker.js';
import { readCorpus } from './corpus.js';
import { dataPath, readTable } from './data.js';
import { headlinePairs } from './eval-headlines.js';
import { seedFolder, seedQueries } from './eval-seeds.js';
import { typedErrors } from './eval-spelling.js';
import { makeQueries } from './queries.js';

export interface ParityQuestion extends Question {
  readonly set: string;
}

const TYPED_ERRORS_OF_A_KIND = 100;
const MADE_QUERIES = 300;

/** What both engines hold when they are compared. */
export const parityFiles = (): string[] => [
  seedFolder(),
  dataPath('news.jsonl'),
  dataPath('laws.jsonl'),
];

/** Every query of the evaluation, and some hundred made of the articles' own words. */
export async function parityQuestions(): Promise<ParityQuestion[]> {
  const articles = await readCorpus(parityFiles());
  const names = [
    ...readTable('eval/name-variants.tsv').map(({ variant = '' }) => variant),
    ...readTable('eval/name-nonvariants.tsv').flatMap(({ a = '', b = '' }) => [a, b]),
  ];
  const ask = (set: string, q: string, from?: string): ParityQuestion => ({
    set,
    q,
    hitsPerPage: 10,
    facets: FACETS,
    ...(from === undefined ? {} : { from }),
  });
  return [
    ...seedQueries().map((q) => ask('seeds', q)),
    ...headlinePairs(articles).map(({ q }) => ask('headlines', q)),
    ...[...new Set(names)].map((name) => ask('names', `${name} `)),
    ...typedErrors(TYPED_ERRORS_OF_A_KIND).map(({ typed = '' }) => ask('spelling', `${typed} `)),
    ...makeQueries(articles, MADE_QUERIES).map(({ q, from }) => ask('made', q, from)),
  ];
}
