import type { Asker, Contender, Outcome } from './asker.js';
import { benchFiles } from './bench-indexing.js';
import { CONTENDERS } from './contenders.js';
import { readCorpus } from './corpus.js';
import { checkDesign, type Checked } from './designs-check.js';
import { openCombined, openLayered } from './designs-index.js';
import { headlinePairs, placesOf, within } from './eval-headlines.js';
import { evaluateSeeds, seedQueries } from './eval-seeds.js';
import { watchHttp } from './http-watch.js';
import { readOptions, runMeasurement } from './options.js';
import { makeQueries } from './queries.js';
import { withContenders } from './servers.js';
import { mean, percent, printOutcomes, quantile } from './table.js';

const HEADLINES = 100;
const QUERIES = 100;

const layered = (strategy: 'all' | 'last'): Contender => ({
  name: `layered, ${strategy}`,
  needsServer: true,
  open: openLayered(strategy),
});
const combined = (strategy: 'all' | 'last'): Contender => ({
  name: `combined, ${strategy}`,
  needsServer: true,
  open: openCombined(strategy),
});

/** The embedded engine stands last: its counts are those to be met. */
const DESIGNS: readonly Contender[] = [
  layered('last'),
  layered('all'),
  combined('last'),
  combined('all'),
  { ...CONTENDERS.meilisearch, name: 'Axtar' },
  CONTENDERS.embedded,
];

interface Measured {
  readonly places: readonly number[];
  readonly checked: readonly Checked[];
}

function printDesigns(outcomes: readonly Outcome<Measured>[]): void {
  const exact = outcomes.at(-1)?.result.checked ?? [];
  const share =
    (of: (checked: Checked, at: number) => boolean) =>
    ({ checked }: Measured): string =>
      percent(mean(checked.map((each, at) => Number(of(each, at)))));
  const time =
    (part: number) =>
    ({ checked }: Measured): string =>
      `${quantile(
        checked.map(({ milliseconds }) => milliseconds),
        part,
      ).toFixed(1)} ms`;
  printOutcomes(`${exact.length} queries, ${HEADLINES} headlines, 18,535 documents`, outcomes, [
    ['headline: first', ({ places }) => within(places, 1)],
    ['headline: first ten', ({ places }) => within(places, 10)],
    ['p50', time(0.5)],
    ['p95', time(0.95)],
    ['total is the exact count', share(({ total }, at) => total === exact[at]?.total)],
    ['facet sums up to total', share(({ addsUp }) => addsUp)],
    ['three pages repeat a hit', share(({ repeated }) => repeated > 0)],
    ['three pages miss a hit', share(({ missing }) => missing > 0)],
    ['requests', ({ checked }) => mean(checked.map(({ requests }) => requests)).toFixed(1)],
  ]);
}

/**
 * `npm run designs` compares three ways of searching on a Meilisearch server: layers of text in a
 * federated search, all shapes of a word in one field, and match sets by filter as Axtar has them;
 * the first two with documents that have all words, or that lack the last ones.
 */
await runMeasurement(async () => {
  readOptions(process.argv.slice(2), []);
  const articles = await readCorpus(benchFiles());
  const pairs = headlinePairs(articles, HEADLINES);
  const queries = [
    ...seedQueries().map((q) => `${q} `),
    ...makeQueries(articles, QUERIES).map(({ q }) => q),
  ];
  const http = watchHttp();
  await withContenders(DESIGNS, async (each) => {
    await evaluateSeeds(each);
    const measure = async (asker: Asker): Promise<Measured> => {
      const places = await placesOf(asker, pairs);
      const checked: Checked[] = [];
      for (const q of queries) checked.push(await checkDesign(asker, q, http));
      return { places, checked };
    };
    printDesigns(await each(benchFiles(), measure));
  });
});
