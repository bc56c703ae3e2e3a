import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

/** A file in `config/` that cannot be used; the message names the file and the place in it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** The folder that holds package.json: from sources and from `dist/` alike. */
export function packageRoot(from: string = import.meta.dirname): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new ConfigError('No package.json above the running program.');
  return packageRoot(parent);
}

/**
 * Reads and validates one file of `config/`.
 *
 * @example readConfig('stop-words', z.object({ words: z.array(z.string()) }))
 * @throws ConfigError `config/stop-words.json: words[3]: expected string, received number`
 */
export function readConfig<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  folder: string = join(packageRoot(), 'config'),
): z.infer<Schema> {
  const file = join(folder, `${name}.json`);
  const parsed = schema.safeParse(parseJson(file));
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map(
    (issue) => `config/${name}.json: ${z.core.toDotPath(issue.path)}: ${issue.message}`,
  );
  throw new ConfigError(places.join('\n'));
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ConfigError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
