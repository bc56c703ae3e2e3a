import { z } from 'zod';
import type { Connection } from '../database.js';
import { openDatabase } from '../database.js';
import {
  emptyColumns,
  Dictionary,
  refreshColumns,
  sortByDate,
  type Columns,
  type Dictionaries,
} from './columns.js';
import { commonestNames } from './facets.js';
import type { IndexFolder } from './location.js';
import { createSchema, lastSeq } from './schema.js';
import type { EngineSettings } from '../settings.js';
import { createTypoIndex, type TypoIndex } from './typos.js';

/** Everything that a search reads: the live file, and what is kept of it in memory. */
export interface Snapshot {
  readonly connection: Connection;
  readonly columns: Columns;
  readonly names: Dictionaries;
  readonly typos: TypoIndex;
  /** The spelling to show of an author id. */
  authorName(author: string): string;
  /** All rows in use, newest first, undated ones last. */
  newestFirst(): Uint32Array;
  /** Documents as vocabulary forms, for the given rows. */
  formsOf(rows: readonly number[]): ReadonlyMap<number, Uint32Array>;
}

export interface SnapshotSource {
  /**
   * Gives the present state, other processes' writes and switches included; it stands still
   * until `use` returns.
   */
  read<Result>(use: (snapshot: Snapshot) => Result): Result;
  close(): void;
}

interface OpenIndex extends Snapshot {
  readonly file: string;
  /** The last write that the columns hold. */
  seq: number;
  displayNames: ReadonlyMap<number, number> | undefined;
  newest: Uint32Array | undefined;
}

/** Keeps a snapshot of a folder's live index, and brings it up to date when it is asked for. */
export function openSnapshots(folder: IndexFolder, settings: EngineSettings): SnapshotSource {
  let open: OpenIndex | undefined;

  function current(): OpenIndex {
    for (;;) {
      const file = folder.current();
      if (open?.file === file) return open;
      open?.connection.close();
      // Another process may switch while we open: then what we have is not the live index.
      open = openIndex(folder.file(file), file, settings);
    }
  }

  function read<Result>(use: (snapshot: Snapshot) => Result): Result {
    const index = current();
    index.connection.exec('BEGIN');
    try {
      refreshOrDrop(index);
      return use(index);
    } finally {
      index.connection.exec('COMMIT');
    }
  }

  /** Half-refreshed columns would be counted wrong for ever after. */
  function refreshOrDrop(index: OpenIndex): void {
    try {
      refresh(index);
    } catch (error) {
      open = undefined;
      throw error;
    }
  }

  return { read, close: () => open?.connection.close() };
}

function openIndex(path: string, file: string, settings: EngineSettings): OpenIndex {
  const connection = openDatabase(path);
  createSchema(connection);
  const columns = emptyColumns();
  const names = emptyNames();
  const index: OpenIndex = {
    file,
    connection,
    columns,
    names,
    typos: createTypoIndex(settings),
    seq: 0,
    displayNames: undefined,
    newest: undefined,
    authorName: (author) => displayName(index, author),
    newestFirst: () => (index.newest ??= sortByDate(columns)),
    formsOf: createFormReader(connection),
  };
  return index;
}

const emptyNames = (): Dictionaries => ({
  author: new Dictionary(),
  authorName: new Dictionary(),
  source: new Dictionary(),
  topics: new Dictionary(),
  lang: new Dictionary(),
  day: new Dictionary(),
});

function refresh(index: OpenIndex): void {
  const seq = lastSeq(index.connection);
  if (seq === index.seq) return;
  refreshColumns(index.columns, index.names, index.connection, index.seq);
  index.seq = seq;
  index.displayNames = undefined;
  index.newest = undefined;
}

function displayName(index: OpenIndex, author: string): string {
  index.displayNames ??= commonestNames(index.columns, index.names.authorName);
  const name = index.displayNames.get(index.names.author.find(author) ?? 0);
  return index.names.authorName.string(name ?? 0);
}

const FormRow = z.tuple([z.int(), z.instanceof(Uint8Array)]);
const FORMS = 'SELECT row, forms FROM docs WHERE row IN (SELECT value FROM json_each(?))';
/** Numbers of forms kept in memory, at 4 bytes each. */
const REMEMBERED_FORMS = 8_000_000;

/** Rows are never used again, so what was read of one stays true. */
function createFormReader(connection: Connection): Snapshot['formsOf'] {
  const known = new Map<number, Uint32Array>();
  let size = 0;
  return (rows) => {
    const missing = rows.filter((row) => !known.has(row));
    if (size > REMEMBERED_FORMS) {
      known.clear();
      size = 0;
    }
    for (const [row, bytes] of connection.all(FormRow, FORMS, JSON.stringify(missing))) {
      const forms = new Uint32Array(Uint8Array.from(bytes).buffer);
      known.set(row, forms);
      size += forms.length;
    }
    return known;
  };
}
