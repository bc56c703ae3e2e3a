import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { KNOWN_EXTENSIONS, kindOf, readerOf } from './registry.js';
import { InputError, RecordError } from './source.js';
import type { InputFile, RawItem, RecordToArticle, SourceItem } from './source.js';

/**
 * The files that will be read for the given paths: folders recursively and in order of name, hidden
 * and unknown files left out.
 *
 * @example await listInputs(['pages']) // [{ path: 'pages/a.txt', bytes: 812, kind: 'page' }]
 * @throws InputError when a path does not exist, is of an unknown kind, or a folder holds nothing
 *   that can be read.
 */
export async function listInputs(paths: readonly string[]): Promise<InputFile[]> {
  const files = new Map<string, InputFile>();
  for (const path of paths) {
    for (const file of await listPath(path)) files.set(file.path, file);
  }
  return [...files.values()];
}

async function listPath(path: string): Promise<InputFile[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new InputError(`${path}: no such file or folder`);
  if (found.isDirectory()) {
    const files = await listFolder(path);
    if (files.length === 0) throw new InputError(`${path}: no ${KNOWN_EXTENSIONS.join(', ')} file`);
    return files;
  }
  const kind = kindOf(path);
  if (kind === undefined || !found.isFile()) {
    throw new InputError(`${path}: expected a folder or a file ${KNOWN_EXTENSIONS.join(', ')}`);
  }
  return [{ path, bytes: found.size, kind }];
}

async function listFolder(folder: string): Promise<InputFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => !entry.name.startsWith('.'));
  const sorted = names.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const files: InputFile[] = [];
  for (const entry of sorted) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(await listFolder(path)));
    else if (kindOf(path) !== undefined) files.push(...(await listPath(path)));
  }
  return files;
}

/**
 * Reads one file record by record, in memory that does not grow with the file, and yields articles
 * or the reasons why a record cannot be used. `bytesRead` is for progress.
 *
 * @example for await (const item of readArticles(file, { toArticle })) …
 */
export async function* readArticles(
  file: InputFile,
  deps: { readonly toArticle: RecordToArticle },
): AsyncGenerator<SourceItem & { bytesRead: number }> {
  const idBase = {
    name: basename(file.path, extname(file.path)),
    shared: file.kind !== 'page',
  };
  for await (const raw of readerOf(file.kind)(file.path)) {
    const item = 'reason' in raw ? raw : convert(raw, idBase, deps.toArticle);
    yield { ...item, bytesRead: raw.bytesRead };
  }
}

function convert(
  raw: Extract<RawItem, { record: unknown }>,
  idBase: { name: string; shared: boolean },
  toArticle: RecordToArticle,
): SourceItem {
  try {
    const { place, record } = raw;
    return { place, article: toArticle({ place, record, idBase }) };
  } catch (error) {
    if (error instanceof RecordError) return { place: raw.place, reason: error.message };
    throw error;
  }
}
