import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { z } from 'zod';
import { READINGS, mineVariants, type Mined } from '../../indexer/variants/mine.js';
import type { Proposal } from '../../indexer/variants/proposals.js';
import { loadVariantSettings } from '../../indexer/variants/settings.js';
import { EnvironmentError } from '../environment.js';
import { createProgress } from './progress.js';
import { print, withAxtar } from './with-axtar.js';

interface Options {
  readonly out?: string;
  readonly limit: number;
  readonly minCount: number;
  readonly json?: true;
}

export function addVariants(program: Command): void {
  program
    .command('variants')
    .description('Propose spellings of one word that config/ does not know, best first.')
    .option('--out <file>', 'write the proposals to this file, as JSON')
    .option('--limit <number>', 'how many proposals', toCount, 50)
    .option('--min-count <number>', 'in how many articles a spelling must be', toCount, 1)
    .option('--json', 'print as JSON')
    .addHelpText('after', '\nExample:\n  axtar variants --limit 20 --out proposals.json')
    .action(propose);
}

const MOST = 1_000_000;

function toCount(text: string): number {
  const count = z.coerce.number().int().min(1).max(MOST).safeParse(text);
  if (count.success) return count.data;
  throw new InvalidArgumentError(`Expected a whole number from 1 to ${MOST}.`);
}

async function propose({ out, limit, minCount, json }: Options): Promise<void> {
  const { articles, proposals } = await mine(minCount);
  const best = { articles, proposals: proposals.slice(0, limit) };
  const file = `${JSON.stringify({ provenance: provenanceOf(articles), ...best }, null, 2)}\n`;
  if (out !== undefined) write(resolve(out), file);
  await print(json ? file : describe(best));
}

function mine(minCount: number): Promise<Mined> {
  return withAxtar(async ({ engine, analyzer, lexicon }) => {
    const { documents } = await engine.stats();
    const progress = createProgress('Reading', documents * READINGS);
    let done = 0;
    return mineVariants({
      articles: engine.articles,
      analyzer,
      lexicon,
      settings: loadVariantSettings(),
      minCount,
      onArticle: () => progress.update(++done, done),
    }).finally(() => progress.end());
  });
}

const provenanceOf = (articles: number): string =>
  `Proposed by "axtar variants" from ${articles} articles; to be read by an editor before an ` +
  'entry goes to config/.';

function write(file: string, content: string): void {
  try {
    writeFileSync(file, content);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EnvironmentError(`--out: cannot write ${file}: ${reason}`);
  }
}

function describe({ articles, proposals }: Mined): string {
  if (articles === 0) return 'The index is empty: add articles with "axtar index" first.\n';
  if (proposals.length === 0) return `Nothing to propose in ${articles} articles.\n`;
  const rows = proposals.map(rowOf);
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]) =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  return rows.map((row) => `${line(row).trimEnd()}\n`).join('');
}

/** Score, kind, spellings with their counts, and what stands around the best pair. */
function rowOf({ score, kind, evidence }: Proposal): string[] {
  const spellings = evidence.spellings.map(({ spelling, count }) => `${spelling} ${count}`);
  const neighbours = evidence.pairs[0]?.neighbours ?? [];
  return [score.toFixed(1).padStart(5), kind, spellings.join(', '), neighbours.join(' ')];
}
