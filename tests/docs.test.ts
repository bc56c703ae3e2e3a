import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { packageRoot, readConfig } from '../indexer/config.js';
import { OLDEST_SERVER } from '../src/engines/meilisearch/server.js';
import { MeilisearchSettings } from '../src/engines/meilisearch/settings.js';
import { EngineSettings } from '../src/engines/settings.js';
import { FILTER_EXAMPLES } from '../src/http/docs/filter-examples.data.js';
import { LIST_KINDS } from '../src/query-log/counts.js';
import { PROBLEMS } from '../src/http/problem.js';

const read = (name: string) => readFileSync(join(packageRoot(), name), 'utf8');
const readme = read('README.md');

/** All matches of a pattern's first group in a source file. */
const found = (file: string, pattern: RegExp): string[] =>
  [...read(file).matchAll(pattern)].map((match) => match[1] ?? '');

const VARIABLES = ['src/environment.ts', 'src/http/variables.ts'].flatMap((file) =>
  found(file, /^ {2}([A-Z_]+): (?:z|whole)\b/gm),
);
/** What the service says of itself; tests/http/openapi.test.ts sees to it that it is true. */
const Operation = z.looseObject({
  tags: z.array(z.string()),
  parameters: z.array(z.looseObject({ name: z.string() })).default([]),
});
const { paths } = z
  .looseObject({ paths: z.record(z.string(), z.record(z.string(), Operation)) })
  .parse(JSON.parse(read('tests/http/openapi.snapshot.json')));
const OPERATIONS = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { tags, parameters }]) => ({
    path,
    route: `${method.toUpperCase()} ${path}`,
    ofMeilisearch: tags.includes('meilisearch'),
    parameters: parameters.map(({ name }) => name),
  })),
);
const OURS = OPERATIONS.filter(({ ofMeilisearch }) => !ofMeilisearch);
const PARAMETERS = new Set(OURS.flatMap(({ parameters }) => parameters));

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
const WORDS_COMMANDS = found('src/cli/words.ts', /\.command\('([^']+)'\)/g);
const KEYS_COMMANDS = found('src/cli/keys.ts', /\.command\('([^']+)'\)/g);
const OPTIONS = [
  'explain',
  'index-command',
  'key',
  'keys',
  'queries',
  'search',
  'stats',
  'synonyms',
  'variants',
  'words',
].flatMap((file) => found(`src/cli/${file}.ts`, /\.option\('(--[a-z-]+)/g));

it('has something to check', () => {
  expect(VARIABLES).toEqual(expect.arrayContaining(['AXTAR_DATA_DIR', 'AXTAR_LOG_LEVEL']));
  expect(OURS.map(({ route }) => route)).toContain('POST /v1/search');
  expect(PARAMETERS).toContain('matchingStrategy');
  expect(COMMANDS).toHaveLength(12);
  expect(SYNONYM_COMMANDS).toEqual(['synonyms', 'check', 'push']);
  expect(WORDS_COMMANDS).toEqual(['words', 'export', 'history', 'undo']);
  expect(KEYS_COMMANDS).toEqual(['keys', 'create', 'list', 'revoke']);
  expect(OPTIONS).toContain('--dry-run');
});

it.each([
  ...VARIABLES,
  ...OURS.map(({ path }) => path),
  ...COMMANDS.map((command) => `axtar ${command}`),
  ...SYNONYM_COMMANDS.slice(1).map((command) => `axtar synonyms ${command}`),
  ...WORDS_COMMANDS.slice(1).map((command) => `axtar words ${command}`),
  ...LIST_KINDS.map((kind) => `axtar queries ${kind}`),
  ...KEYS_COMMANDS.slice(1).map((command) => `axtar keys ${command}`),
  ...OPTIONS,
])('README speaks of %s', (name) => {
  expect(readme).toContain(name);
});

const api = read('docs/api.md');

it.each(OURS.map(({ route }) => route))('docs/api.md speaks of %s', (route) => {
  expect(api).toContain(`\`${route}\``);
});

it.each(OPERATIONS.filter(({ ofMeilisearch }) => ofMeilisearch))(
  'docs/clients.md speaks of $route',
  ({ route }) => expect(read('docs/clients.md')).toContain(`\`${route}\``),
);

it.each([...PARAMETERS])('docs/api.md speaks of the parameter %s', (name) => {
  expect(api).toMatch(new RegExp(`\`[^\`\\n]*\\b${name}\\b[^\`\\n]*\``));
});

it.each(Object.entries(PROBLEMS))('docs/api.md says when the answer is %s', (code, { status }) => {
  expect(api).toMatch(new RegExp(`^\\| \`${code}\` \\| ${status} \\| \\S`, 'm'));
});

it.each(FILTER_EXAMPLES)(
  'docs/api.md and the page of the API explain the filter %s',
  (filter, passes) => {
    expect(api).toContain(`| \`${filter}\` | ${passes} |`);
  },
);

/** Anchors as GitHub makes them of headings. */
const anchorsOf = (page: string) =>
  [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

it.each([
  'README.md',
  'docs/api.md',
  'docs/clients.md',
  'docs/walk.md',
  'docs/security.md',
  'docs/words.md',
])('%s links to what is there', (name) => {
  for (const [, link = ''] of read(name).matchAll(/\]\(((?!https?:)[^)\s]+)\)/g)) {
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? name : join(dirname(name), file);
    const page = read(target);
    if (anchor !== undefined)
      expect([link, anchorsOf(page)]).toEqual([link, expect.arrayContaining([anchor])]);
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
