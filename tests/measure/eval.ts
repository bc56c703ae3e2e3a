import { evaluateHeadlines } from './eval-headlines.js';
import { evaluateNames } from './eval-names.js';
import { evaluateSeeds } from './eval-seeds.js';
import { evaluateStems } from './eval-stems.js';
import { EVAL_DATA } from './data.js';

const PARTS = {
  seeds: evaluateSeeds,
  stems: evaluateStems,
  names: evaluateNames,
  headlines: evaluateHeadlines,
} as const;

/** `npm run eval` runs every part, `npm run eval -- stems names` those. */
const isPart = (name: string): name is keyof typeof PARTS => Object.hasOwn(PARTS, name);
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !isPart(name));
if (unknown.length > 0) {
  console.error(`Unknown part ${unknown.join(', ')}; expected of ${Object.keys(PARTS).join(', ')}`);
  process.exit(2);
}
console.log(`Evaluation data: ${EVAL_DATA}`);
for (const name of Object.keys(PARTS).filter(isPart)) {
  if (asked.length === 0 || asked.includes(name)) await PARTS[name]();
}
