import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../indexer/config.js';

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that runs: what it has printed so far, and how to wait for it. */
export interface Running {
  readonly process: ChildProcessWithoutNullStreams;
  /** Waits until stdout or stderr shows this; gives the match. */
  waitFor(pattern: RegExp): Promise<RegExpExecArray>;
  readonly ended: Promise<Outcome>;
}

/** A temporary folder with its own index; every command of a test file runs in it. */
export interface Workplace {
  readonly folder: string;
  /** Writes a file and gives its path. */
  write(name: string, content: string): string;
  start(args: readonly string[], variables?: Readonly<Record<string, string>>): Running;
  /** Runs a command to its end. */
  run(
    args: readonly string[],
    stdin?: string | Uint8Array,
    variables?: Readonly<Record<string, string>>,
  ): Promise<Outcome>;
  remove(): void;
}

const MAIN = join(packageRoot(), 'dist/src/cli/main.js');

export function openWorkplace(): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'axtar-cli-'));
  const settings = { PATH: process.env['PATH'] ?? '', AXTAR_DATA_DIR: join(folder, 'data') };
  const start: Workplace['start'] = (args, variables = {}) =>
    follow(
      spawn(process.execPath, [MAIN, ...args], { cwd: folder, env: { ...settings, ...variables } }),
    );
  return {
    folder,
    start,
    write: (name, content) => {
      const path = join(folder, name);
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, content);
      return path;
    },
    run: (args, stdin = '', variables = {}) => {
      const running = start(args, variables);
      running.process.stdin.end(stdin);
      return running.ended;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function follow(child: ChildProcessWithoutNullStreams): Running {
  const printed = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.stderr += text));
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, ...printed }));

  async function waitFor(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const match = pattern.exec(printed.stdout + printed.stderr);
      if (match) return match;
      if (child.exitCode !== null) throw new Error(`Ended without ${pattern}: ${printed.stderr}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  return { process: child, waitFor, ended };
}

/** The lines of NDJSON, parsed. */
export const parseLines = (text: string): unknown[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
