import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SearchRequest } from '../../src/search/request.js';
import { dataPath, percent, readTable } from './data.js';
import { withTemporaryAxtar, type TemporaryAxtar } from './house.js';

interface Outcome {
  readonly query: string;
  readonly expected: string;
  readonly found: string;
  readonly firstSetRight: boolean;
  readonly recalled: number;
  readonly wanted: number;
}

/** `1,4>0`: pages 1 and 4 first, in any order, then page 0. */
function judge(query: string, expected: string, found: readonly number[]): Outcome {
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

async function runSeedQueries(axtar: TemporaryAxtar, pages: readonly string[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { query = '', expected_seeds: expected = '' } of readTable('eval/seed-queries.tsv')) {
    const { hits } = await axtar.search(SearchRequest.parse({ q: query }));
    outcomes.push(
      judge(
        query,
        expected,
        hits.map(({ id }) => pages.indexOf(id)),
      ),
    );
  }
  return outcomes;
}

/** Queries over the five pages: is the right set first, and are all expected pages found? */
export async function evaluateSeeds(): Promise<void> {
  const folder = join(dataPath(), '..', 'seeds');
  const pages = readdirSync(folder)
    .sort()
    .map((name) => name.replace(/\.txt$/, ''));
  const outcomes = await withTemporaryAxtar(async (axtar) => {
    await axtar.index([folder]);
    return runSeedQueries(axtar, pages);
  });
  const right = outcomes.filter((outcome) => outcome.firstSetRight).length;
  const recalled = outcomes.reduce((sum, outcome) => sum + outcome.recalled, 0);
  const wanted = outcomes.reduce((sum, outcome) => sum + outcome.wanted, 0);
  console.log('\nQueries over the five pages (eval/seed-queries.tsv)');
  console.log(`  first set right      ${right} of ${outcomes.length}`);
  console.log(`  expected pages found ${recalled} of ${wanted} (${percent(recalled / wanted)})`);
  for (const { query, expected, found } of outcomes.filter(isMiss)) {
    console.log(`  miss: ${query}: expected ${expected}, found ${found || 'nothing'}`);
  }
}

const isMiss = ({ firstSetRight, recalled, wanted }: Outcome) =>
  !firstSetRight || recalled < wanted;
