import { z } from 'zod';
import { readConfig } from '../config.js';

/** The file of `config/` in which each group stands, by the group's id. */
export type GroupFiles = ReadonlyMap<string, string>;

export const SYNONYMS_FILE = 'synonyms.json';
export const ALIASES_FILE = 'name-aliases.json';

/** What else is in the files is checked where the lexicon is loaded. */
const Ids = z.object({ groups: z.array(z.object({ id: z.string() })) });

/**
 * Says which file each group of the lexicon comes from: loaded, they are one list.
 *
 * @param folder where the files are; `config/` of the package by default
 * @throws ConfigError when a file cannot be read
 * @example readGroupFiles().get('trump') // 'name-aliases.json'
 */
export function readGroupFiles(folder?: string): GroupFiles {
  return new Map(
    [SYNONYMS_FILE, ALIASES_FILE].flatMap((file) =>
      readConfig(file.replace(/\.json$/, ''), Ids, folder).groups.map(
        ({ id }) => [id, file] as const,
      ),
    ),
  );
}
