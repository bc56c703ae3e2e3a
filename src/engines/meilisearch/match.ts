import type { EngineQuery } from '../../../indexer/engine.js';
import { exclusions, type Condition } from '../condition.js';
import { allOf, anyOf, EVERY_ARTICLE, not, phraseText, toFilter } from './filter.js';
import type { SearchTools, Understanding } from './questions.js';
import { relax } from './relax.js';
import type { Scorer } from './score.js';
import { VERSION, type Match } from './window.js';

/**
 * The documents that have every unit of the query; when they are fewer than a page, also those that
 * lack the least.
 */
export async function findMatch(
  query: EngineQuery,
  { units }: Understanding,
  scorer: Scorer,
  tools: SearchTools,
): Promise<Match> {
  const mandatory = units.filter((unit) => unit.mandatory).map(({ condition }) => condition);
  const optional = units.filter((unit) => !unit.mandatory);
  const excluded = excludedBy(query);
  const q = phraseText(mandatory, excluded);
  const required = [EVERY_ARTICLE, ...mandatory.map(toFilter), ...unwanted(excluded)];
  const filter = allOf([...required, ...optional.map(({ condition }) => toFilter(condition))]);
  const count = await countOne({ q, filter }, tools);
  if (units.length < 2 || optional.length === 0 || count >= tools.settings.fullPage) {
    return { q, filter, count, relaxed: false };
  }
  const demands = { q, filter: allOf(required) };
  const relaxing = relaxTools(demands, scorer, tools);
  // Where a phrase is demanded, no other word need be there.
  const fewest = mandatory.length > 0 ? 0 : 1;
  const relaxed = allOf([...required, await relax(optional, fewest, relaxing)]);
  return {
    q,
    filter: relaxed,
    count: await countOne({ q, filter: relaxed }, tools),
    relaxed: true,
  };
}

const excludedBy = ({ excluded }: EngineQuery): readonly Condition[] => {
  const condition = exclusions(excluded);
  return 'any' in condition ? condition.any : [];
};

/** Phrases are excluded by the query's text, words by the filter. */
function unwanted(excluded: readonly Condition[]): string[] {
  const words = excluded.filter((condition) => !isPhrase(condition));
  return words.length === 0 ? [] : [not(anyOf(words.map(toFilter)))];
}

const isPhrase = (condition: Condition): boolean =>
  'phrase' in condition && condition.phrase.length > 1;

interface Demands {
  readonly q: string;
  readonly filter: string;
}

async function countOne({ q, filter }: Demands, { client, index }: SearchTools): Promise<number> {
  const [found] = await client.search(index, [{ q, filter, limit: 0, matchingStrategy: 'all' }]);
  return found?.estimatedTotalHits ?? 0;
}

function relaxTools(
  { q, filter }: Demands,
  scorer: Scorer,
  { client, index, settings }: SearchTools,
) {
  const search = (wanted: string, limit: number) => ({
    q,
    filter: allOf([filter, wanted]),
    limit,
    ...VERSION,
  });
  return {
    fullPage: settings.fullPage,
    most: settings.rankedHits,
    find: async (wanted: string, limit: number) =>
      (await client.search(index, [search(wanted, limit)])).flatMap(({ hits }) => hits),
    count: async (wanted: readonly string[]) =>
      (
        await client.search(
          index,
          wanted.map((each) => search(each, 0)),
        )
      ).map(({ estimatedTotalHits }) => estimatedTotalHits),
    masses: async (found: Parameters<Scorer['scores']>[0]) =>
      (await scorer.scores(found)).map(scorer.massOf),
  };
}
