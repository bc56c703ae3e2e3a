import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../indexer/config.js';

/** A block of code in a page of the documentation. */
export interface CodeBlock {
  readonly language: string;
  readonly code: string;
  /** The heading above it. */
  readonly under: string;
}

/** @example codeBlocks('docs/clients.md').map(({ language }) => language) // ['sh', 'js', …] */
export function codeBlocks(page: string): CodeBlock[] {
  const text = readFileSync(join(packageRoot(), page), 'utf8');
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(
    ({ 1: language = '', 2: code = '', index }) => ({
      language,
      code,
      under: headingBefore(text, index),
    }),
  );
}

const headingBefore = (text: string, index: number): string =>
  [...text.slice(0, index).matchAll(/^#+ (.+)$/gm)].at(-1)?.[1] ?? '';

const run = promisify(execFile);

/** Runs a program with a text as its script; gives what it prints. */
export async function runScript(
  [program, ...args]: readonly [string, ...string[]],
  code: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { stdout } = await run(program, [...args, code], {
    env: { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', PYTHONUTF8: '1', ...variables },
    timeout: 30_000,
  });
  return stdout;
}

/** Whether a program is there; a test that needs it is skipped where it is not. */
export const isThere = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
