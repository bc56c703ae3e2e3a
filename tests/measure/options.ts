import { parseArgs } from 'node:util';
import { ENGINES, type EngineName } from './asker.js';

/** What was asked for cannot be had; the message says what was expected. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export interface Options<Part extends string> {
  /** Those that were named, and those whose errors are wanted; none when there are neither. */
  readonly parts: readonly Part[];
  readonly engines: readonly EngineName[];
  /** Parts that list what they get wrong. */
  readonly errors: readonly Part[];
}

/**
 * Reads the command line of a measurement.
 *
 * @example readOptions(['seeds', '--engine=embedded,plain'], ['seeds', 'stems']).engines // ['embedded', 'plain']
 * @throws UsageError naming what is unknown and what was expected
 */
export function readOptions<Part extends string>(
  args: readonly string[],
  parts: readonly Part[],
): Options<Part> {
  const { positionals, values } = parse(args);
  const errors = (values.errors ?? []).flatMap((names) => names.split(','));
  return {
    parts: choose('part', [...positionals, ...errors], parts),
    engines: choose('engine', values.engine.split(','), ENGINES),
    errors: choose('part', errors, parts),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        engine: { type: 'string', default: 'embedded' },
        errors: { type: 'string', multiple: true },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function choose<Name extends string>(
  what: string,
  asked: readonly string[],
  known: readonly Name[],
): Name[] {
  const unknown = asked.filter((name) => !known.some((each) => each === name));
  if (unknown.length > 0) {
    throw new UsageError(`Unknown ${what} ${unknown.join(', ')}; expected of ${known.join(', ')}`);
  }
  return known.filter((name) => asked.includes(name));
}

/** Runs a measurement; what was asked wrongly is said, and the exit code is 2. */
export async function runMeasurement(measure: () => Promise<void>): Promise<void> {
  try {
    await measure();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
