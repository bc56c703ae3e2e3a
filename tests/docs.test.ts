import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot, readConfig } from '../indexer/config.js';
import { OLDEST_SERVER } from '../src/engines/meilisearch/server.js';
import { MeilisearchSettings } from '../src/engines/meilisearch/settings.js';
import { EngineSettings } from '../src/engines/settings.js';
import { PROBLEMS } from '../src/http/problem.js';
import { ExplainRequest, SearchRequest } from '../src/search/request.js';

const read = (name: string) => readFileSync(join(packageRoot(), name), 'utf8');
const readme = read('README.md');

/** All matches of a pattern's first group in a source file. */
const found = (file: string, pattern: RegExp): string[] =>
  [...read(file).matchAll(pattern)].map((match) => match[1] ?? '');

const VARIABLES = ['src/environment.ts', 'src/http/variables.ts'].flatMap((file) =>
  found(file, /^ {2}([A-Z_]+): (?:z|whole)\b/gm),
);
const ROUTES = ['documents', 'health', 'search', 'service'].flatMap((file) =>
  found(`src/http/routes/${file}.ts`, /^ +path: '([^']+)'/gm),
);
const COMMANDS = [
  'analyze',
  'explain',
  'export',
  'index-command',
  'key',
  'reindex',
  'remove',
  'rollback',
  'search',
  'serve',
  'stats',
  'variants',
].flatMap((file) => found(`src/cli/${file}.ts`, /\.command\('([^']+)'\)/g));
const SYNONYM_COMMANDS = found('src/cli/synonyms.ts', /\.command\('([^']+)'\)/g);
const KEYS_COMMANDS = found('src/cli/keys.ts', /\.command\('([^']+)'\)/g);
const OPTIONS = [
  'explain',
  'index-command',
  'key',
  'keys',
  'search',
  'stats',
  'synonyms',
  'variants',
].flatMap((file) => found(`src/cli/${file}.ts`, /\.option\('(--[a-z-]+)/g));

it('has something to check', () => {
  expect(VARIABLES).toEqual(expect.arrayContaining(['AXTAR_DATA_DIR', 'AXTAR_LOG_LEVEL']));
  expect(ROUTES).toContain('/v1/search');
  expect(COMMANDS).toHaveLength(12);
  expect(SYNONYM_COMMANDS).toEqual(['synonyms', 'check', 'push']);
  expect(KEYS_COMMANDS).toEqual(['keys', 'create', 'list', 'revoke']);
  expect(OPTIONS).toContain('--dry-run');
});

it.each([
  ...VARIABLES,
  ...ROUTES,
  ...COMMANDS.map((command) => `axtar ${command}`),
  ...SYNONYM_COMMANDS.slice(1).map((command) => `axtar synonyms ${command}`),
  ...KEYS_COMMANDS.slice(1).map((command) => `axtar keys ${command}`),
  ...OPTIONS,
  ...Object.keys(PROBLEMS),
  ...Object.keys(SearchRequest.shape),
  ...Object.keys(ExplainRequest.shape),
])('README speaks of %s', (name) => {
  expect(readme).toContain(name);
});

it('README gives each problem its status', () => {
  for (const [code, { status }] of Object.entries(PROBLEMS)) {
    expect(readme).toContain(`| \`${code}\` | ${status} |`);
  }
});

it.each(Object.keys(readConfig('engine', EngineSettings)).filter((name) => name !== 'provenance'))(
  'docs/engine.md says why %s is as it is',
  (name) => expect(read('docs/engine.md')).toContain(`\`${name}`),
);

const { index, ...rest } = readConfig('meilisearch', MeilisearchSettings);
it.each([...Object.keys(index), ...Object.keys(rest)].filter((name) => name !== 'provenance'))(
  'docs/meilisearch.md says why %s is as it is',
  (name) => expect(read('docs/meilisearch.md')).toContain(`\`${name}`),
);

it('README and the compose file name the Meilisearch that is needed', () => {
  expect(readme).toContain(`Meilisearch ${OLDEST_SERVER}`);
  expect(read('docker-compose.yml')).toContain(`meilisearch:v${OLDEST_SERVER}`);
});
