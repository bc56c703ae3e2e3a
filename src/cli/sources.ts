import { InvalidArgumentError, type Command } from 'commander';
import { InputError } from '../../indexer/sources/source.js';
import { describeRun } from '../sync/schedule.js';
import { Source } from '../sync/source-shapes.js';
import type { SourceStatus } from '../sync/sync.js';
import { EXIT } from './exit.js';
import { withSync } from './sync.js';
import { print } from './with-axtar.js';

interface AddOptions {
  readonly name?: string;
  readonly every?: string;
  readonly topic?: string[];
  readonly content?: string;
  readonly since?: string;
  readonly delay?: number;
  readonly allowPrivate?: true;
  readonly removals: boolean;
}

export function addSources(program: Command): void {
  const sources = program
    .command('sources')
    .description('List, add or remove the portals that "axtar sync" reads.');
  sources
    .command('list', { isDefault: true })
    .description('Say of each source what it is, how much it holds and how it was read last.')
    .option('--json', 'print all that is known, as NDJSON')
    .action((options: { json?: true }) => list(options.json === true));
  addAdd(sources);
  sources
    .command('remove')
    .description('Forget a source; its articles stay in the index.')
    .argument('<id>', 'id of the source')
    .action(async (id: string) => {
      await withSync(async (sync) => {
        await Promise.resolve();
        sync.remove(id);
      });
      process.stderr.write(`${id} removed; its articles are still in the index.\n`);
    });
}

function addAdd(sources: Command): void {
  sources
    .command('add')
    .description('Add a source.')
    .argument('<id>', 'what to call it: small letters, digits and -')
    .argument('<kind>', 'feed, sitemap, wordpress, pages or folder')
    .argument('<address...>', 'its address or folder; of pages, one or many')
    .option('--name <text>', 'what readers see as the source of its articles')
    .option('--every <schedule>', 'when to read it, as in crontab: "*/15 * * * *"')
    .option('--topic <topic...>', 'topics of articles that bring none')
    .option('--content <how>', 'of a feed: auto, item or page')
    .option('--since <date>', 'of a sitemap or WordPress: nothing older')
    .option('--delay <seconds>', 'least time between two requests', readSeconds)
    .option('--allow-private', 'ask this machine and private networks')
    .option('--no-removals', 'never remove what is gone')
    .action(async (id: string, kind: string, addresses: string[], options: AddOptions) => {
      const source = toSource(id, kind, addresses, options);
      await withSync((sync) => Promise.resolve(sync.add(source)));
      process.stderr.write(`${id} added; read it with "axtar sync ${id}".\n`);
    });
}

function readSeconds(text: string): number {
  const seconds = Number(text);
  if (text !== '' && seconds >= 0) return seconds;
  throw new InvalidArgumentError('expected seconds');
}

function toSource(
  id: string,
  kind: string,
  addresses: readonly string[],
  { topic, removals, ...given }: AddOptions,
): Source {
  if (kind !== 'pages' && addresses.length > 1) {
    throw new InputError(`address: a source of the kind ${kind} has one`);
  }
  const [url] = addresses;
  const where =
    kind === 'pages' ? { urls: addresses } : kind === 'folder' ? { path: url } : { url };
  const source: unknown = {
    ...{ id, kind, ...where, ...given },
    ...(topic === undefined ? {} : { topics: topic }),
    ...(removals ? {} : { removals }),
  };
  return Source.parse(source);
}

async function list(json: boolean): Promise<void> {
  const statuses = await withSync((sync) => Promise.resolve(sync.list()));
  for (const status of statuses) {
    await print(`${json ? JSON.stringify(status) : describe(status)}\n`);
  }
  if (statuses.length === 0) process.stderr.write('No sources yet.\n');
  process.exitCode = EXIT.ok;
}

function describe({ source, articles, lastRun }: SourceStatus): string {
  const { id, kind, enabled, every } = source;
  const when = enabled ? (every ?? 'when asked') : 'switched off';
  const last = lastRun ? `last ${lastRun.startedAt}: ${describeRun(lastRun)}` : 'never read';
  return `${id}  ${kind}  ${when}  ${articles} articles  ${last}`;
}
