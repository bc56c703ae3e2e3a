import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from '../../src/engines/meilisearch/client.js';
import { hasServer, startServer, useServer } from '../engines/meilisearch/server.js';
import type { Contender, EachContender, Place } from './asker.js';
import { UsageError } from './options.js';
import { dropIndexes } from './raw-index.js';

/** A server to measure on. */
export interface MeasuredServer extends Connection {
  /** Where its data lie, when it was started here. */
  readonly folder?: string;
  stop(): Promise<void>;
}

/**
 * The server that MEILI_URL names, or the `meilisearch` of the PATH on a folder of its own.
 * @throws UsageError when neither is there
 */
export async function openServer(): Promise<MeasuredServer> {
  // A variable set to nothing is a variable not set.
  if (process.env['MEILI_URL'] === '') delete process.env['MEILI_URL'];
  if (!hasServer()) {
    throw new UsageError(
      'Meilisearch is not there: expected its address in MEILI_URL, or meilisearch on the PATH.',
    );
  }
  if (process.env['MEILI_URL'] !== undefined) return checkAnswers(await useServer());
  const server = await startServer();
  const { spawnargs } = server.process;
  const folder = spawnargs[spawnargs.indexOf('--db-path') + 1];
  return { url: server.url, stop: server.stop, ...(folder === undefined ? {} : { folder }) };
}

async function checkAnswers(server: MeasuredServer): Promise<MeasuredServer> {
  const isUp = await fetch(new URL('/health', server.url)).then(
    ({ ok }) => ok,
    () => false,
  );
  if (!isUp) throw new UsageError(`MEILI_URL: Meilisearch does not answer at ${server.url}.`);
  return server;
}

/** The server of a place that cannot do without. */
export function serverOf({ server }: Place): Connection {
  if (!server) throw new Error('Expected a place on a server.');
  return server;
}

/** An empty folder and an unused name on the server, both gone when `work` is done. */
export async function withPlace<Result>(
  server: Connection | undefined,
  work: (place: Place) => Promise<Result>,
): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), 'axtar-measure-'));
  const index = `measure_${randomBytes(6).toString('hex')}`;
  try {
    return await work({ dataDir, index, ...(server ? { server } : {}) });
  } finally {
    // A server that is gone has been reported already.
    if (server) await dropIndexes(server, index).catch(() => undefined);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Opens the server if some contender needs one, and lets `work` ask them all. */
export async function withContenders<Result>(
  contenders: readonly Contender[],
  work: (each: EachContender) => Promise<Result>,
): Promise<Result> {
  const server = contenders.some(({ needsServer }) => needsServer) ? await openServer() : undefined;
  try {
    return await work(async (paths, ask) => {
      const outcomes = [];
      for (const contender of contenders) {
        const result = await withIndex(contender, server, paths, ask);
        outcomes.push({ name: contender.name, result });
      }
      return outcomes;
    });
  } finally {
    await server?.stop();
  }
}

function withIndex<Result>(
  { needsServer, open }: Contender,
  server: Connection | undefined,
  paths: readonly string[],
  work: (asker: ReturnType<Contender['open']>) => Promise<Result>,
): Promise<Result> {
  return withPlace(needsServer ? server : undefined, async (place) => {
    const asker = open(place);
    try {
      await asker.index(paths);
      return await work(asker);
    } finally {
      await asker.close();
    }
  });
}
