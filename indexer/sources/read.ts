import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { KNOWN_EXTENSIONS, kindOf, readerOf } from './registry.js';
import { InputError, RecordError } from './source.js';
import type { InputFile, RawItem, RecordToArticle, SourceItem } from './source.js';
import { describeSystemError } from './system-error.js';

/**
 * The files that will be read for the given paths: folders recursively and in order of name, hidden
 * and unknown files left out. A file named twice is read once.
 *
 * @example await listInputs(['pages']) // [{ path: 'pages/a.txt', bytes: 812, kind: 'page' }]
 * @throws InputError when a path does not exist or cannot be opened, is of an unknown kind, or a
 *   folder holds nothing that can be read.
 */
export async function listInputs(paths: readonly string[]): Promise<InputFile[]> {
  const files = new Map<string, InputFile>();
  for (const path of paths) {
    for (const file of await listPath(path)) files.set(resolve(file.path), file);
  }
  return markSameIds([...files.values()]);
}

/** Pages take their id from the file name: without this, the last of two would replace the first. */
function markSameIds(files: readonly InputFile[]): InputFile[] {
  const owners = new Map<string, string>();
  return files.map((file) => {
    if (file.kind !== 'page') return file;
    const owner = owners.get(nameOf(file));
    if (owner !== undefined) return { ...file, sameIdAs: owner };
    owners.set(nameOf(file), file.path);
    return file;
  });
}

const nameOf = ({ path }: InputFile): string => basename(path, extname(path));

async function listPath(path: string): Promise<InputFile[]> {
  const found = await stat(path).catch((error: unknown) => refusePath(path, error));
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

function refusePath(path: string, error: unknown): never {
  throw new InputError(`${path}: ${describeSystemError(error) ?? String(error)}`);
}

async function listFolder(folder: string): Promise<InputFile[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) =>
    refusePath(folder, error),
  );
  const names = entries.filter((entry) => !entry.name.startsWith('.'));
  const sorted = names.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const files: InputFile[] = [];
  for (const entry of sorted) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(await listFolder(path)));
    else files.push(...(await listEntry(path)));
  }
  return files;
}

/** One bad file stops no folder: what is wrong with it is said when it is read. */
async function listEntry(path: string): Promise<InputFile[]> {
  const kind = kindOf(path);
  if (kind === undefined) return [];
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() === false ? [] : [{ path, bytes: found?.size ?? 0, kind }];
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
  const idBase = { name: nameOf(file), shared: file.kind !== 'page' };
  for await (const raw of readRecords(file)) {
    const item = 'reason' in raw ? raw : convert(raw, idBase, deps.toArticle);
    yield { ...item, bytesRead: raw.bytesRead };
  }
}

/** The file's records; when it cannot be read (any further), the reason as the last of them. */
async function* readRecords(file: InputFile): AsyncGenerator<RawItem> {
  const { path: place, bytes: bytesRead, sameIdAs } = file;
  if (sameIdAs !== undefined) {
    const reason = `id ${JSON.stringify(nameOf(file))} is already used by ${sameIdAs}: give the files different names`;
    yield { place, bytesRead, reason };
    return;
  }
  try {
    yield* readerOf(file.kind)(place);
  } catch (error) {
    const reason = describeSystemError(error);
    if (reason === undefined) throw error;
    yield { place, bytesRead, reason };
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
    if (!(error instanceof RecordError)) throw error;
    return { place: raw.place, reason: error.message, problems: error.problems };
  }
}
