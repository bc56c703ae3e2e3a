import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Asker, EachContender } from './asker.js';
import { dataPath, readTable } from './data.js';
import { countOf, printOutcomes } from './table.js';

interface Judgement {
  readonly query: string;
  readonly expected: string;
  readonly found: string;
  readonly firstSetRight: boolean;
  readonly recalled: number;
  readonly wanted: number;
}

export const seedFolder = (): string => join(dataPath(), '..', 'seeds');

/** Queries over the five pages, as typed. */
export const seedQueries = (): string[] =>
  readTable('eval/seed-queries.tsv').map(({ query = '' }) => query);

/** `1,4>0`: pages 1 and 4 first, in any order, then page 0. */
function judge(query: string, expected: string, found: readonly number[]): Judgement {
  const groups = expected.split('>').map((group) => group.split(',').map(Number));
  const [first = []] = groups;
  const head = found.slice(0, first.length);
  const wanted = groups.flat();
  return {
    query,
    expected,
    found: found.join(','),
    firstSetRight: head.length === first.length && first.every((page) => head.includes(page)),
    recalled: wanted.filter((page) => found.includes(page)).length,
    wanted: wanted.length,
  };
}

async function askSeedQueries(asker: Asker, pages: readonly string[]): Promise<Judgement[]> {
  const judgements: Judgement[] = [];
  for (const { query = '', expected_seeds: expected = '' } of readTable('eval/seed-queries.tsv')) {
    const { hits } = await asker.ask({ q: query });
    judgements.push(
      judge(
        query,
        expected,
        hits.map(({ id }) => pages.indexOf(id)),
      ),
    );
  }
  return judgements;
}

/** Of these every miss is listed: they are meant to have none. */
const OURS: readonly string[] = ['embedded', 'meilisearch'];

const sumOf = (judgements: readonly Judgement[], valueOf: (each: Judgement) => number): number =>
  judgements.reduce((sum, each) => sum + valueOf(each), 0);

/** Queries over the five pages: is the right set first, and are all expected pages found? */
export async function evaluateSeeds(each: EachContender): Promise<void> {
  const folder = seedFolder();
  const pages = readdirSync(folder)
    .sort()
    .map((name) => name.replace(/\.txt$/, ''));
  const outcomes = await each([folder], (asker) => askSeedQueries(asker, pages));
  printOutcomes('Queries over the five pages (eval/seed-queries.tsv)', outcomes, [
    [
      'first set right',
      (all) => `${all.filter(({ firstSetRight }) => firstSetRight).length} of ${all.length}`,
    ],
    [
      'expected pages found',
      (all) =>
        countOf(
          sumOf(all, ({ recalled }) => recalled),
          sumOf(all, ({ wanted }) => wanted),
        ),
    ],
  ]);
  for (const { name, result } of outcomes.filter(({ name }) => OURS.includes(name))) {
    for (const { query, expected, found } of result.filter(isMiss)) {
      console.log(`  miss (${name}): ${query}: expected ${expected}, found ${found || 'nothing'}`);
    }
  }
}

const isMiss = ({ firstSetRight, recalled, wanted }: Judgement) =>
  !firstSetRight || recalled < wanted;
