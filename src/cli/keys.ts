import { InvalidArgumentError, Option, type Command } from 'commander';
import { z } from 'zod';
import { formatBaku } from '../../indexer/extraction/baku-time.js';
import { readEnvironment } from '../environment.js';
import { openKeys, type Keys } from '../keys/keys.js';
import { isExpired, MOST_RATE, NewKey, type KeyRecord } from '../keys/record.js';
import { ROLES } from '../keys/secret.js';
import { edgeOfDay, instantSeconds, isDay } from '../search/times.js';
import { EXIT } from './exit.js';
import { print } from './with-axtar.js';

export function addKeys(program: Command): void {
  const keys = program
    .command('keys')
    .description("Look after the access keys of Axtar's own HTTP API.")
    .addHelpText('after', '\nThe key with which Axtar uses a Meilisearch is made by "axtar key".');
  addCreate(keys);
  addList(keys);
  addRevoke(keys);
}

const open = (): Keys => openKeys(readEnvironment(process.env).dataDir);

function addCreate(keys: Command): void {
  keys
    .command('create')
    .description('Make a key and print it, this once: only a hash of it is kept.')
    .addOption(
      new Option('--role <role>', 'what the key may do').choices(ROLES).makeOptionMandatory(),
    )
    .option('--name <name>', 'a label for people')
    .option('--filter <filter>', 'search keys: only what passes this filter is found')
    .option('--rate <number>', 'search keys: requests a minute', toRate)
    .option('--expires <time>', 'an instant, or the day (Asia/Baku) that ends the key', toInstant)
    .option('--json', 'print key and facts as JSON')
    .addHelpText('after', CREATE_EXAMPLE)
    .action(create);
}

const CREATE_EXAMPLE =
  '\nExample:\n  axtar keys create --role search --name portal --filter "lang = az" --rate 600 --expires 2027-01-01';

async function create({ json, expires, ...facts }: Record<string, unknown>): Promise<void> {
  const wanted = NewKey.parse({
    ...facts,
    ...(expires === undefined ? {} : { expiresAt: expires }),
  });
  const made = open().create(wanted);
  if (json) return print(`${JSON.stringify(made, null, 2)}\n`);
  await print(`${made.key}\n`);
  process.stderr.write(`Made the ${wanted.role} key ${made.record.id}. It is not shown again.\n`);
}

function toRate(text: string): number {
  const rate = z.coerce.number().int().min(1).max(MOST_RATE).safeParse(text);
  if (rate.success) return rate.data;
  throw new InvalidArgumentError(`Expected a whole number from 1 to ${MOST_RATE}.`);
}

/** A key that ends with a day is good until that day begins. */
function toInstant(text: string): string {
  const seconds = isDay(text) ? edgeOfDay(text, 'first') : instantSeconds(text);
  const instant = seconds === undefined ? undefined : formatBaku(seconds * 1000);
  if (instant !== undefined) return instant;
  throw new InvalidArgumentError(
    'Expected a day such as 2027-01-01 or an instant such as 2027-01-01T09:00:00+04:00.',
  );
}

function addList(keys: Command): void {
  keys
    .command('list')
    .description('List the keys: what is known of them, not the keys themselves.')
    .option('--json', 'print as JSON')
    .action(async ({ json }: { json?: true }) => {
      const records = open().list();
      await print(json ? `${JSON.stringify(records, null, 2)}\n` : list(records));
    });
}

function list(records: readonly KeyRecord[]): string {
  if (records.length === 0) return 'There are no keys.\n';
  return records.map((record) => `${describe(record)}\n`).join('');
}

function describe(record: KeyRecord): string {
  const { id, role, name, createdAt, filter, rate, expiresAt } = record;
  const end = isExpired(record, Date.now()) ? 'expired' : 'expires';
  return [
    `${id}  ${role.padEnd(6)}  made ${createdAt}`,
    ...(name ? [name] : []),
    ...(expiresAt === undefined ? [] : [`${end} ${expiresAt}`]),
    ...(rate === undefined ? [] : [`${rate} requests a minute`]),
    // Quoted values may hold control characters, which must not reach the terminal.
    ...(filter === undefined ? [] : [`only ${filter.replace(/\p{Cc}/gu, ' ')}`]),
  ].join(' · ');
}

function addRevoke(keys: Command): void {
  keys
    .command('revoke')
    .description('Make a key worthless, at once and for good.')
    .argument('<id>', 'id as "axtar keys list" prints it')
    .action((id: string) => {
      const revoked = open().revoke(id);
      // What was given may be a key, taken for its id.
      process.stderr.write(revoked ? `Revoked ${id}.\n` : 'No key has this id.\n');
      process.exitCode = revoked ? EXIT.ok : EXIT.failed;
    });
}
