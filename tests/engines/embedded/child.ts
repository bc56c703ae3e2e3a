import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { packageRoot } from '../../../indexer/config.js';

/** A Node process that runs one of the scripts in `children/`. */
export interface Child {
  /** The lines that it has printed, and prints. */
  readonly lines: AsyncIterator<string, undefined>;
  send(line: string): void;
  /** `kill -9`; resolves when the process is gone. */
  kill(): Promise<void>;
  /** Ends its input and waits until it has ended by itself. */
  finish(): Promise<void>;
}

const FOLDER = join(packageRoot(), 'tests/engines/embedded/children');

type Process = ChildProcessByStdio<Writable, Readable, null>;

/** Starts a script of `children/`; what it writes to stderr is shown. */
export function startChild(script: string, ...parameters: readonly string[]): Child {
  const child: Process = spawn(process.execPath, [join(FOLDER, script), ...parameters], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const gone = once(child, 'close');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    lines,
    send: (line) => void child.stdin.write(`${line}\n`),
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
    finish: async () => {
      child.stdin.end();
      await gone;
    },
  };
}

/** All the lines that are left, once the process has ended. */
export async function drain({ lines }: Child): Promise<string[]> {
  const rest: string[] = [];
  for (let next = await lines.next(); !next.done; next = await lines.next()) rest.push(next.value);
  return rest;
}
