import { z } from 'zod';
import type { Connection } from '../../../src/engines/meilisearch/client.js';
import { drain, startChild } from '../embedded/child.js';
import type { Place } from './place.js';

/** A script of `children/`, beside this file. */
export const startMeiliChild = (script: string, ...parameters: readonly string[]) =>
  startChild(`../../meilisearch/children/${script}`, ...parameters);

const Line = z.union([
  z.object({ label: z.string() }),
  z.object({ acknowledged: z.literal(true) }),
]);

/** Where a work is at its end. */
export const THE_END = 'the end';

type Work = 'rebuild' | 'rollback';

export interface Killed {
  /** The step at which it was killed; `THE_END` when there was no such step. */
  readonly label: string;
  /** What was written meanwhile was acknowledged. */
  readonly wrote: boolean;
}

/** Runs a rebuild or a rollback in a process that kills itself at one of its steps. */
export async function killAtStep(
  connection: Connection,
  place: Place,
  work: Work,
  step: number,
): Promise<Killed> {
  const lines = await runSteps(connection, place, work, step);
  const label = lines.flatMap((line) => ('label' in line ? [line.label] : [])).at(-1);
  if (label === undefined) throw new Error(`The ${work} has failed.`);
  return { label, wrote: lines.some((line) => 'acknowledged' in line) };
}

/** All the steps of a rebuild or a rollback. */
export async function listSteps(
  connection: Connection,
  place: Place,
  work: Work,
): Promise<string[]> {
  const lines = await runSteps(connection, place, work, Infinity);
  return lines.flatMap((line) => ('label' in line ? [line.label] : []));
}

async function runSteps(
  { url, apiKey = '' }: Connection,
  { index, folder }: Place,
  work: Work,
  step: number,
) {
  const parameters = [url, apiKey, index, folder, work, String(step)];
  const lines = await drain(startMeiliChild('stepper.mjs', ...parameters));
  return lines.map((line) => Line.parse(JSON.parse(line)));
}
