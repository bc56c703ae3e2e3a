import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';

export interface TestServer {
  readonly url: string;
  readonly apiKey?: string;
  /** Stops what was started; a server that was there before goes on. */
  stop(): Promise<void>;
}

export interface OwnServer extends TestServer {
  readonly process: ChildProcess;
  /** Kills the server as a power cut would, and starts it again on the same data. */
  killAndRestart(): Promise<void>;
  kill(): Promise<void>;
  start(): Promise<void>;
}

/** Whether a real server can be had: one that is told of, or one that can be started. */
export const hasServer = (): boolean => process.env['MEILI_URL'] !== undefined || hasBinary();

export function hasBinary(): boolean {
  try {
    execFileSync('meilisearch', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The server that `MEILI_URL` names, or one of our own with an empty data folder. */
export async function useServer(): Promise<TestServer> {
  const url = process.env['MEILI_URL'];
  if (url === undefined) return startServer();
  const apiKey = process.env['MEILI_API_KEY'];
  return { url, ...(apiKey === undefined ? {} : { apiKey }), stop: () => Promise.resolve() };
}

/** Starts the `meilisearch` of the PATH on a free port with a data folder of its own. */
export async function startServer(...options: readonly string[]): Promise<OwnServer> {
  const folder = mkdtempSync(join(tmpdir(), 'axtar-meilisearch-'));
  const address = `127.0.0.1:${await freePort()}`;
  const url = `http://${address}`;
  const run = () => {
    const fixed = ['--no-analytics', '--db-path', join(folder, 'data'), '--http-addr', address];
    const paths = [
      '--dump-dir',
      join(folder, 'dumps'),
      '--snapshot-dir',
      join(folder, 'snapshots'),
    ];
    // By default it lays out a twentieth of the machine's memory for every batch, however small.
    const memory = ['--max-indexing-memory', '256MiB'];
    const settings = [...fixed, ...memory, ...paths, '--log-level', 'ERROR', ...options];
    return spawn('meilisearch', settings, { stdio: 'ignore', cwd: folder });
  };
  let child = run();
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      if (child.exitCode !== null || child.signalCode !== null) resolve();
      else child.kill(signal);
    });
  const start = async () => {
    child = run();
    await answers(url);
  };
  await answers(url);
  return {
    url,
    get process() {
      return child;
    },
    start,
    kill: () => end('SIGKILL'),
    killAndRestart: async () => {
      await end('SIGKILL');
      await start();
    },
    stop: async () => {
      await end('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const isUp = await fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await pass(100);
  }
  throw new Error(`Meilisearch does not answer at ${url}.`);
}
