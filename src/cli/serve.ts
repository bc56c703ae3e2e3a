import type { Server } from 'node:http';
import { join, relative } from 'node:path';
import type { Command } from 'commander';
import { packageRoot } from '../../indexer/config.js';
import { EngineError } from '../../indexer/engine.js';
import { runIndexJob } from '../../indexer/job.js';
import { analysisFingerprint } from '../../indexer/fingerprint.js';
import { listInputs } from '../../indexer/sources/read.js';
import type { Axtar } from '../compose.js';
import { EnvironmentError, readEnvironment, type Environment } from '../environment.js';
import { createApp } from '../http/app.js';
import { closeServer, createHttpServer } from '../http/server.js';
import type { Keys } from '../keys/keys.js';
import { composeService, type Service } from '../service.js';
import { EXIT } from './exit.js';

export function addServe(program: Command): void {
  program
    .command('serve')
    .description('Serve the search page and the HTTP API.')
    .addHelpText(
      'after',
      '\nSettings: PORT, HOST, AXTAR_DATA_DIR, AXTAR_SEARCH_ACCESS and more; see the README.',
    )
    .action(serve);
}

/** How this program is called where it stands. */
const COMMAND = packageRoot().includes('node_modules') ? 'npx axtar' : 'npm run --silent axtar --';

const say = (line: string) => process.stdout.write(`${line}\n`);

async function serve(): Promise<void> {
  const environment = readEnvironment(process.env, 'serve');
  const service = composeService(environment);
  try {
    makeFirstKey(service.keys);
    await startIndex(service, environment);
    if (environment.sync) service.sync.startSchedules();
    const server = createHttpServer(createApp(service));
    const address = await listen(server, environment);
    // Whoever reads that we listen may stop us at once.
    const stopped = untilSignal();
    welcome(address);
    await stopped;
    // Whoever asks twice does not want to wait.
    void untilSignal().then(() => process.exit(EXIT.interrupted));
    // Whoever watches a job, or waits for it, is told that this ends.
    await Promise.all([closeServer(server), service.jobs.close(), service.sync.close()]);
  } finally {
    await service.close();
  }
  process.exitCode = EXIT.ok;
}

/** Without any key nobody could make one over HTTP, nor read the metrics. */
function makeFirstKey(keys: Keys): void {
  const made = keys.ensureAdmin();
  if (made) say(`Made the first admin key, kept in ${shown(keys.adminFile)}: ${made.key}`);
}

/** A folder or file as one names it from here. */
function shown(folder: string): string {
  const path = relative(process.cwd(), folder);
  return path === '' || path.startsWith('..') ? folder : path;
}

/** Meilisearch may be started after us: until it answers, searches are told to come again. */
async function startIndex(service: Service, environment: Environment): Promise<void> {
  try {
    await loadSampleIntoEmpty(service, environment);
    // Whoever types first should not have to wait for suggestions.
    void service.suggester.refresh().catch(() => undefined);
  } catch (error) {
    const away = error instanceof EngineError && error.code === 'unavailable';
    if (!away || !environment.meilisearch) throw error;
    say(`Meilisearch does not answer yet: ${error.message}`);
  }
}

async function loadSampleIntoEmpty(axtar: Axtar, { dataDir }: Environment): Promise<void> {
  const { documents, analysis } = await axtar.engine.stats();
  if (documents > 0) {
    say(`Found ${documents} articles in ${shown(dataDir)}.`);
    if (analysis !== analysisFingerprint()) {
      say('The analyzer has changed since they were indexed: run "axtar reindex".');
    }
    return;
  }
  const { engine, toArticle, toDocument } = axtar;
  const files = await listInputs([join(packageRoot(), 'sample')]);
  const counts = await runIndexJob(files, {
    toArticle,
    toDocument,
    push: engine.upsert,
    onEvent: () => undefined,
  });
  say(`${shown(dataDir)} was empty: loaded the sample of ${counts.documents} articles.`);
}

function listen(server: Server, { host, port }: Environment): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      const reason = taken ? `port ${port} is taken; choose another` : error.message;
      reject(new EnvironmentError(`PORT/HOST: cannot listen on ${host}:${port}: ${reason}`));
    });
    server.listen(port, host, () => {
      const address = server.address();
      const actual = typeof address === 'object' && address ? address.port : port;
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${actual}`);
    });
  });
}

function welcome(address: string): void {
  say(`Axtar listens on ${address}`);
  say('Three things to try:');
  say(`  open ${address}/?q=Tokayev`);
  say(`  curl '${address}/v1/search?q=orta%20dehliz'`);
  say(`  ${COMMAND} search Токаев`);
}

/** The next signal that asks us to end. */
const untilSignal = () =>
  new Promise<void>((resolve) => {
    const signals = ['SIGINT', 'SIGTERM'] as const;
    const end = () => {
      for (const signal of signals) process.off(signal, end);
      resolve();
    };
    for (const signal of signals) process.on(signal, end);
  });
