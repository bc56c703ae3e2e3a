import type { EachContender, EngineName } from './asker.js';
import { CONTENDERS } from './contenders.js';
import { EVAL_DATA } from './data.js';
import { evaluateHeadlines } from './eval-headlines.js';
import { evaluateNames } from './eval-names.js';
import { evaluateRelevance } from './eval-relevance.js';
import { evaluateSeeds } from './eval-seeds.js';
import { evaluateSpelling } from './eval-spelling.js';
import { evaluateStems } from './eval-stems.js';
import { readOptions, runMeasurement, UsageError } from './options.js';
import { evaluateParity } from './parity.js';
import { withContenders } from './servers.js';

const PARTS = ['seeds', 'stems', 'names', 'spelling', 'headlines', 'relevance', 'parity'] as const;
type Part = (typeof PARTS)[number];

const COMPARED: readonly EngineName[] = ['embedded', 'meilisearch'];

const EVALUATIONS: Readonly<
  Record<Part, (each: EachContender, listsErrors: boolean) => Promise<void>>
> = {
  seeds: evaluateSeeds,
  stems: evaluateStems,
  names: evaluateNames,
  spelling: evaluateSpelling,
  headlines: evaluateHeadlines,
  relevance: evaluateRelevance,
  parity: evaluateParity,
};

/**
 * `npm run eval` runs every part on the embedded engine, `npm run eval -- stems names
 * --engine=embedded,meilisearch,plain` those parts on these engines, side by side.
 * `--errors stems,names` lists what those parts get wrong, and runs them alone if none is named.
 */
await runMeasurement(async () => {
  const { parts, engines, errors } = readOptions(process.argv.slice(2), PARTS);
  const comparable = COMPARED.every((name) => engines.includes(name));
  if (!comparable && parts.includes('parity')) {
    throw new UsageError('parity compares two engines: expected --engine=embedded,meilisearch');
  }
  console.log(`Evaluation data: ${EVAL_DATA}`);
  const all = PARTS.filter((part) => comparable || part !== 'parity');
  for (const part of parts.length === 0 ? all : parts) {
    const names = part === 'parity' ? COMPARED : engines;
    await withContenders(
      names.map((name) => CONTENDERS[name]),
      (each) => EVALUATIONS[part](each, errors.includes(part)),
    );
  }
});
