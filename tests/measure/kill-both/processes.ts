import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface WorkerOptions {
  readonly name: 'writer' | 'rebuilder';
  readonly logFile: string;
  readonly outboxFile: string;
  /** Gets what the worker writes to stderr. */
  readonly errorFile: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Average milliseconds between two rebuilds. */
  readonly rebuildPause: number;
}

/** A worker that is started again after it was killed. */
export interface Worker {
  start(seed: number): void;
  kill(): Promise<void>;
  /** Lets it finish what it is doing. */
  end(): Promise<void>;
  isRunning(): boolean;
}

export function createWorker(options: WorkerOptions): Worker {
  const { name, logFile, outboxFile, errorFile, environment, rebuildPause } = options;
  const script = fileURLToPath(new URL('./worker.js', import.meta.url));
  const errors = createWriteStream(errorFile, { flags: 'a' });
  let child: ChildProcess | undefined;

  const isRunning = () => child?.exitCode === null && child.signalCode === null;

  async function stop(signal: NodeJS.Signals): Promise<void> {
    if (!child || !isRunning()) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  return {
    start: (seed) => {
      const parameters = [name, logFile, outboxFile, String(seed), String(rebuildPause)];
      child = spawn(process.execPath, [script, ...parameters], {
        env: environment,
        stdio: ['pipe', 'ignore', 'pipe'],
      });
      child.stderr?.pipe(errors, { end: false });
    },
    kill: () => stop('SIGKILL'),
    end: () => stop('SIGTERM'),
    isRunning,
  };
}
