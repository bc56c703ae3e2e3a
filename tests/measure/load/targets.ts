import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../../indexer/config.js';

/** A server in a process of its own. */
export interface Target {
  readonly url: string;
  stop(): Promise<void>;
}

/** The service as it is started, with the key of its administrator. */
export interface ServiceTarget extends Target {
  readonly key: string;
}

const MAIN = join(packageRoot(), 'dist/src/cli/main.js');

/** Starts a plain Express server. */
export function startHello(): Promise<Target> {
  return start([join(import.meta.dirname, 'hello.js')], {});
}

/** Indexes the files and starts the service on them, without limits on how often one may ask. */
export async function startService(files: readonly string[]): Promise<ServiceTarget> {
  const dataDir = mkdtempSync(join(tmpdir(), 'axtar-load-'));
  const settings = {
    AXTAR_ENGINE: 'embedded',
    AXTAR_DATA_DIR: dataDir,
    AXTAR_SEARCH_RATE_LIMIT: '0',
    AXTAR_LOG_LEVEL: 'info',
    PORT: '0',
  };
  await run([MAIN, 'index', ...files], settings);
  const target = await start([MAIN, 'serve'], settings);
  return {
    url: target.url,
    key: readFileSync(join(dataDir, 'admin.key'), 'utf8').trim(),
    stop: async () => {
      await target.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const launch = (args: readonly string[], settings: Readonly<Record<string, string>>) =>
  spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'], ...settings },
    stdio: ['ignore', 'pipe', 'ignore'],
  });

async function run(args: readonly string[], settings: Readonly<Record<string, string>>) {
  const child = launch(args, settings);
  child.stdout.resume();
  await once(child, 'close');
  if (child.exitCode !== 0) throw new Error(`${args.join(' ')}: ended with ${child.exitCode}`);
}

async function start(
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<Target> {
  const child = launch(args, settings);
  const url = await new Promise<string>((resolve, reject) => {
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`${args.join(' ')}: ended before it listened`)));
  });
  return { url, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}
