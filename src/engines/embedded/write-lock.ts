import type { Analyzer } from '../../../indexer/language/analyzer.js';
import { EngineError } from '../../../indexer/engine.js';
import { isLocked, openDatabase, toEngineError, type Connection } from '../database.js';
import type { IndexFolder } from './location.js';
import { createSchema } from './schema.js';
import { createDocumentWriter, type DocumentWriter } from './write.js';

/** The live index, open for writing. */
export interface Writer {
  /** Runs one transaction; what it wrote is durable when this returns. */
  transaction<Result>(write: (writer: DocumentWriter) => Result): Result;
  close(): void;
}

interface OpenFile {
  readonly name: string;
  readonly connection: Connection;
  readonly writer: DocumentWriter;
}

/**
 * Opens the live index for writing. SQLite's own lock parts the writers of all processes, and dies
 * with its process. A rebuild switches files while it holds that lock, so whoever gets the lock
 * looks first whether the file is still the live one.
 */
export function openWriter(folder: IndexFolder, analyzer: Analyzer): Writer {
  let open: OpenFile | undefined;

  function liveFile(): OpenFile {
    const name = folder.current();
    if (open?.name === name) return open;
    open?.connection.close();
    const connection = openDatabase(folder.file(name));
    createSchema(connection);
    open = { name, connection, writer: createDocumentWriter(connection, analyzer) };
    return open;
  }

  function transaction<Result>(write: (writer: DocumentWriter) => Result): Result {
    for (;;) {
      const file = liveFile();
      begin(file.connection);
      if (folder.current() === file.name) return commit(file, write);
      file.connection.exec('ROLLBACK');
    }
  }

  return { transaction, close: () => open?.connection.close() };
}

/** Takes the write lock of an index file. */
export function begin(connection: Connection): void {
  try {
    connection.exec('BEGIN IMMEDIATE');
  } catch (error) {
    if (!isLocked(error)) throw error;
    throw new EngineError('index_locked', 'Another process has been writing for too long.');
  }
}

function commit<Result>(file: OpenFile, write: (writer: DocumentWriter) => Result): Result {
  try {
    const result = write(file.writer);
    file.connection.exec('COMMIT');
    return result;
  } catch (error) {
    file.writer.forget();
    rollBack(file.connection);
    throw toEngineError(error, file.name);
  }
}

/** After some failures, a full disk among them, SQLite has rolled back by itself. */
function rollBack(connection: Connection): void {
  try {
    connection.exec('ROLLBACK');
  } catch {
    // The failure that led here is the one to tell.
  }
}
