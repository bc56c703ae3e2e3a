import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { describeSystemError } from '../indexer/sources/system-error.js';
import { openDatabase } from './engines/database.js';
import { replaceSecretFile } from './keys/secret-file.js';

/** A JSON file that several processes read and change. */
export interface SharedFile<Content> {
  /** As it is now; read only when it has changed. */
  read(): Content;
  /** Runs `work` while nobody else changes the file; `write` replaces the content durably. */
  change<Result>(work: (content: Content, write: (next: Content) => void) => Result): Result;
}

export interface SharedFileOptions<Content> {
  readonly path: string;
  readonly schema: z.ZodType<Content>;
  /** What a file that is not there holds. */
  readonly empty: Content;
  /** The whole file; as indented JSON unless said. */
  readonly format?: (content: Content) => string;
  /** Makes the error of a file that cannot be used; the message names it and the place in it. */
  readonly fail: (message: string, options?: ErrorOptions) => Error;
}

/** Opens a file that needs not be there yet. Each function throws what `fail` makes. */
export function openSharedFile<Content>(options: SharedFileOptions<Content>): SharedFile<Content> {
  const { path, format = asJson } = options;
  let known: { readonly stamp: string; readonly content: Content } | undefined;

  const tell = <Result>(done: string, work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const why = describeSystemError(error) ?? reason;
      throw options.fail(`${path}: cannot be ${done}: ${why}`, { cause: error });
    }
  };

  function read(): Content {
    // Looked at before it is read: what changes in between is read once more the next time.
    const stamp = tell('read', () => stampOf(path));
    if (known?.stamp !== stamp) {
      const text = tell('read', () => readIfThere(path));
      known = { stamp, content: text === undefined ? options.empty : parse(text, options) };
    }
    return known.content;
  }

  const write = (content: Content) =>
    tell('written', () => replaceSecretFile(path, format(content)));

  function change<Result>(work: (content: Content, write: (next: Content) => void) => Result) {
    const unlock = tell('locked', () => lock(path));
    try {
      return work(read(), write);
    } finally {
      unlock();
    }
  }

  return { read, change };
}

/** Differs whenever the file is another one, or has other content. */
function stampOf(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat ? [stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join(' ') : 'none';
}

function readIfThere(path: string): string | undefined {
  const there = statSync(path, { throwIfNoEntry: false }) !== undefined;
  return there ? readFileSync(path, 'utf8') : undefined;
}

function parse<Content>(text: string, { path, schema, fail }: SharedFileOptions<Content>): Content {
  const parsed = schema.safeParse(parseJson(text, () => fail(`${path}: expected JSON`)));
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map(
    (issue) => `${path}: ${z.core.toDotPath(issue.path)}: ${issue.message}`,
  );
  throw fail(places.join('\n'));
}

/** What the parser says quotes the file, which may hold secrets. */
function parseJson(text: string, fail: () => Error): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw fail();
  }
}

const asJson = (content: unknown): string => `${JSON.stringify(content, null, 2)}\n`;

/** A lock of SQLite, as everywhere in the data folder: it ends with its process. */
function lock(path: string): () => void {
  mkdirSync(dirname(path), { recursive: true });
  const held = openDatabase(`${path}.lock`);
  try {
    held.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    held.close();
    throw error;
  }
  return () => {
    held.exec('ROLLBACK');
    held.close();
  };
}
