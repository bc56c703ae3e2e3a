import type { Command } from 'commander';
import { createAnalyzer } from '../../indexer/language/analyzer.js';
import { checkSynonyms, type Finding } from '../../indexer/lexicon/check.js';
import { ALIASES_FILE, readGroupFiles } from '../../indexer/lexicon/check-files.js';
import { loadLexicon } from '../../indexer/lexicon/lexicon.js';
import { EXIT } from './exit.js';
import { print, withAxtar } from './with-axtar.js';

/** What `axtar synonyms check --json` prints. */
export interface SynonymReport {
  readonly groups: number;
  readonly aliases: number;
  readonly errors: number;
  readonly warnings: number;
  /** Errors first. */
  readonly findings: readonly Finding[];
}

/** @param folder where the lexicon is; `config/` of the package by default */
export function addSynonyms(program: Command, folder?: string): void {
  const synonyms = program
    .command('synonyms')
    .description('Look after the synonyms and name aliases.');
  addCheck(synonyms, folder);
  addPush(synonyms);
}

function addCheck(synonyms: Command, folder?: string): void {
  synonyms
    .command('check')
    .description('Find useless, clashing and cyclic synonyms and name aliases.')
    .option('--json', 'print as JSON')
    .action(async ({ json }: { json?: true }) => {
      const report = reportOn(folder);
      await print(json ? `${JSON.stringify(report, null, 2)}\n` : describe(report));
      if (report.errors > 0) process.exitCode = EXIT.failed;
    });
}

function addPush(synonyms: Command): void {
  synonyms
    .command('push')
    .description('Bring the index in step with config/, by what differs, without a reindex.')
    .option('--dry-run', 'say what would change, and change nothing')
    .action(async ({ dryRun }: { dryRun?: true }) => {
      await withAxtar(async ({ engine }) => {
        if (!engine.push) return print('The embedded engine reads config/ when it starts.\n');
        const lines = await engine.push({ dryRun: dryRun === true });
        const shown = lines.length > 0 ? lines : ['Nothing to change.'];
        await print(shown.map((line) => `${line}\n`).join(''));
      });
    });
}

/** Needs no engine: the words and the analyzer say it all. */
function reportOn(folder?: string): SynonymReport {
  const lexicon = loadLexicon(folder);
  const files = readGroupFiles(folder);
  const findings = checkSynonyms(lexicon, createAnalyzer(), files);
  const aliases = [...files.values()].filter((file) => file === ALIASES_FILE).length;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return {
    groups: files.size - aliases,
    aliases,
    errors,
    warnings: findings.length - errors,
    findings,
  };
}

function describe({ groups, aliases, errors, warnings, findings }: SynonymReport): string {
  const lines = findings.map(({ severity, kind, message }) => `${severity}: ${kind}: ${message}`);
  const summary = `${groups} groups, ${aliases} aliases: ${errors} errors, ${warnings} warnings`;
  return [...lines, summary].map((line) => `${line}\n`).join('');
}
