import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { InvalidArgumentError, type Command } from 'commander';
import { Meilisearch } from 'meilisearch';
import { z } from 'zod';
import { EngineError } from '../../indexer/engine.js';
import { makeScopedKey, reasonOf } from '../engines/meilisearch/scoped-key.js';
import { EnvironmentError } from '../environment.js';
import { replaceSecretFile } from '../keys/secret-file.js';
import { print } from './with-axtar.js';

export function addKey(program: Command): void {
  program
    .command('key')
    .description('Make the key with which Axtar uses a Meilisearch; it is the same every time.')
    .option('--out <file>', 'write the key to this file, readable by its owner only')
    .option('--wait <seconds>', 'how long to wait until the server is ready', toSeconds, 60)
    .addHelpText(
      'after',
      '\nSettings: MEILI_URL, MEILI_MASTER_KEY, AXTAR_INDEX.\n\n' +
        'Access keys of Axtar\'s own HTTP API are made by "axtar keys".',
    )
    .action(giveKey);
}

// A key goes into a header: characters that a header cannot carry would show it in an error.
const HEADER_VALUE = /^[\x21-\x7e]+$/;

const Variables = z.object({
  MEILI_URL: z
    .url({ protocol: /^https?$/, error: 'expected http://… or https://…' })
    .regex(/^[^@]*$/, 'expected an address without user and password'),
  MEILI_MASTER_KEY: z
    .string('expected the master key of the server')
    .regex(HEADER_VALUE, 'expected ASCII characters without spaces'),
  AXTAR_INDEX: z
    .string()
    .regex(/^[\w-]{1,200}$/, 'expected letters a-z, digits, "-" and "_"')
    .default('articles'),
});

interface Options {
  readonly out?: string;
  readonly wait: number;
}

async function giveKey({ out, wait }: Options): Promise<void> {
  const settings = readSettings(process.env);
  const client = new Meilisearch({
    host: settings.MEILI_URL,
    apiKey: settings.MEILI_MASTER_KEY,
    timeout: 5_000,
  });
  await untilReady(client, wait);
  const key = await makeScopedKey(client, settings.AXTAR_INDEX);
  if (out === undefined) return print(`${key}\n`);
  const file = resolve(out);
  writeSecret(file, key);
  process.stderr.write(`The key for "${settings.AXTAR_INDEX}" is in ${file}.\n`);
}

function readSettings(variables: NodeJS.ProcessEnv): z.infer<typeof Variables> {
  // A variable set to nothing is a variable not set.
  const set = Object.entries(variables).filter(([, value]) => value !== '');
  const parsed = Variables.safeParse(Object.fromEntries(set));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new EnvironmentError(problems.join('\n'));
}

function toSeconds(text: string): number {
  const seconds = z.coerce
    .number()
    .min(0)
    .max(3600)
    .safeParse(text.trim() || undefined);
  if (seconds.success) return seconds.data;
  throw new InvalidArgumentError('Expected seconds from 0 to 3600.');
}

const PAUSE_MS = 250;

/** Asks at least once, then again until so many seconds have passed. */
async function untilReady(client: Meilisearch, seconds: number): Promise<void> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const problem = await client.health().then(() => undefined, reasonOf);
    if (problem === undefined) return;
    if (performance.now() >= end) {
      const message = `MEILI_URL: ${client.config.host} is not ready after ${seconds} s: ${problem}.`;
      throw new EngineError('unavailable', message);
    }
    await setTimeout(PAUSE_MS);
  }
}

function writeSecret(file: string, secret: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    replaceSecretFile(file, `${secret}\n`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EnvironmentError(`--out: cannot write ${file}: ${reason}`);
  }
}
