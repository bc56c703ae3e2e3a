import type { EngineQuery } from '../../../indexer/engine.js';
import { allOf, versions } from './filter.js';
import { giveUpLast } from './give-up-last.js';
import type { Plan } from './plan.js';
import type { SearchTools, Understanding } from './questions.js';
import { relax, type RelaxTools } from './relax.js';
import type { Scorer } from './score.js';
import { VERSION, type Match } from './window.js';

/**
 * The documents that have every unit of the query; when they are fewer than a page, also those that
 * lack the least.
 */
export async function findMatch(
  query: EngineQuery,
  understanding: Understanding,
  scorer: Scorer,
  tools: SearchTools,
): Promise<Match> {
  const match = await fullOrRelaxed(query, understanding, tools);
  const long = query.phrases.some(({ from, to }) => to - from >= 2);
  return long && match.count <= tools.settings.rankedHits
    ? withWholePhrases(match, scorer, tools)
    : match;
}

/**
 * The server looks for a phrase by its pairs of neighbours, so that of three words and more a
 * document may hold each pair and not the whole: few enough documents are looked at one by one.
 */
async function withWholePhrases(
  match: Match,
  scorer: Scorer,
  { client, index, settings }: SearchTools,
): Promise<Match> {
  const { q, filter } = match;
  const search = { ...VERSION, q, filter, limit: settings.rankedHits };
  const found = (await client.search(index, [search])).flatMap(({ hits }) => hits);
  const whole = await scorer.holdPhrases(found);
  const numbers = found.filter((_, at) => whole[at]).map(({ n }) => n);
  return { ...match, filter: versions(numbers), count: numbers.length };
}

async function fullOrRelaxed(
  { matching }: EngineQuery,
  { units, plan, counter }: Understanding,
  tools: SearchTools,
): Promise<Match> {
  const { q, required, full, bands } = plan;
  const count = counter.of(full);
  const optional = units.filter((unit) => !unit.mandatory);
  const enough = matching === 'all' || count >= tools.settings.fullPage;
  if (units.length < 2 || optional.length === 0 || enough) {
    if (count > tools.settings.rankedHits) await counter.ask(bands);
    return { ...full, count, bands, relaxed: false };
  }
  // Where a phrase is demanded, no other word need be there.
  const fewest = optional.length < units.length ? 0 : 1;
  const give = matching === 'last' ? giveUpLast : relax;
  const least = await give(optional, fewest, relaxTools(plan, counter, tools));
  const within = (wanted: string) => ({ q, filter: allOf([...required, wanted]) });
  const relaxed = within(least.filter);
  const strongest = least.strongest === undefined ? [] : [within(least.strongest)];
  await counter.ask([relaxed, ...strongest]);
  return { ...relaxed, count: counter.of(relaxed), bands: strongest, relaxed: true };
}

function relaxTools(
  { q, required }: Plan,
  counter: Understanding['counter'],
  { client, index, settings }: SearchTools,
): RelaxTools {
  const within = (wanted: string) => ({ q, filter: allOf([...required, wanted]) });
  return {
    settings,
    count: async (wanted) => {
      const searches = wanted.map(within);
      await counter.ask(searches);
      return searches.map(counter.of);
    },
    numbers: async (wanted) => {
      // As a facet, the numbers of documents cost a third of the documents themselves.
      const facet = { limit: 0, facets: ['n'], matchingStrategy: 'all' as const };
      const searches = wanted.map((each) => ({ ...within(each), ...facet }));
      const found = await client.search(index, searches);
      return found.map((answer) => Object.keys(answer.facetDistribution['n'] ?? {}).map(Number));
    },
  };
}
