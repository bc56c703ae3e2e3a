import { z } from 'zod';
import { Article } from '../../../indexer/article.js';
import type { DocumentMaker } from '../../../indexer/document.js';
import { EngineError, type RebuildProgress } from '../../../indexer/engine.js';
import type { Analyzer } from '../../../indexer/language/analyzer.js';
import { analysisFingerprint } from '../../../indexer/fingerprint.js';
import { openDatabase, type Connection } from '../database.js';
import { lockFile } from '../file-lock.js';
import type { IndexFolder } from './location.js';
import { createSchema, lastNumber, lastSeq, writeLastNumber, writeMeta } from './schema.js';
import { fromStored } from '../stored-text.js';
import { begin } from './write-lock.js';
import { createDocumentWriter, type DocumentWriter, type NumberedDocument } from './write.js';

const BATCH = 500;

export interface RebuildTools {
  readonly folder: IndexFolder;
  readonly analyzer: Analyzer;
  readonly toDocument: DocumentMaker;
  onProgress(progress: RebuildProgress): void;
}

/**
 * Builds a second index file from the articles of the live one and makes it the live one. Killed at
 * any point it leaves the old index live and at most a file that the next rebuild deletes.
 */
export function rebuild(tools: RebuildTools): void {
  const { folder } = tools;
  const unlock = lockFile(folder.file('rebuild.lock'));
  if (!unlock)
    throw new EngineError('rebuild_running', 'Another rebuild of this index is under way.');
  try {
    const oldName = folder.current();
    folder.keepOnly(oldName);
    const newName = folder.nextName();
    const live = openDatabase(folder.file(oldName));
    const built = openDatabase(folder.file(newName));
    try {
      createSchema(live);
      createSchema(built);
      writeMeta(built, 'analysis', analysisFingerprint());
      copyAll(live, built, tools, () => folder.switchTo(newName));
    } finally {
      live.close();
      built.close();
    }
    folder.keepOnly(newName);
  } finally {
    unlock();
  }
}

function copyAll(live: Connection, built: Connection, tools: RebuildTools, switchOver: () => void) {
  const writer = createDocumentWriter(built, tools.analyzer);
  let seq = lastSeq(live);
  copyDocuments(live, built, writer, tools);
  built.exec("INSERT INTO fts (fts) VALUES ('optimize')");
  seq = replay(live, built, writer, seq, tools.toDocument);
  // From here nobody else writes; what came in meanwhile is little.
  begin(live);
  replay(live, built, writer, seq, tools.toDocument);
  // Numbers of documents that are gone are not given again either.
  writeLastNumber(built, lastNumber(live));
  built.exec('PRAGMA wal_checkpoint (TRUNCATE)');
  switchOver();
  live.exec('ROLLBACK');
}

const Stored = z.tuple([z.int(), z.int(), z.string()]);
const Count = z.tuple([z.int()]);
const PAGE = 'SELECT row, n, article FROM docs WHERE row > ? ORDER BY row LIMIT ?';

function copyDocuments(
  live: Connection,
  built: Connection,
  writer: DocumentWriter,
  { toDocument, onProgress }: RebuildTools,
): void {
  const total = live.one(Count, 'SELECT count(*) FROM docs')?.[0] ?? 0;
  let [done, last] = [0, 0];
  for (;;) {
    const page = live.all(Stored, PAGE, last, BATCH);
    if (page.length === 0) return;
    const documents = page.map(([, n, json]) => numbered(n, json, toDocument));
    inTransaction(built, () => writer.copy(documents));
    [done, last] = [done + page.length, page.at(-1)?.[0] ?? last];
    onProgress({ done, total: Math.max(done, total) });
  }
}

const Changed = z.tuple([z.int(), z.string()]);
const CHANGED = 'SELECT n, article FROM docs WHERE seq > ? ORDER BY row';
const Removed = z.tuple([z.string().transform(fromStored)]);
const REMOVED = `SELECT DISTINCT id FROM removed WHERE seq > ?
  AND id NOT IN (SELECT id FROM docs)`;

/** Applies what was written to the live index after `seq`; returns how far that is now. */
function replay(
  live: Connection,
  built: Connection,
  writer: DocumentWriter,
  seq: number,
  toDocument: DocumentMaker,
): number {
  const now = lastSeq(live);
  if (now === seq) return now;
  const removed = live.all(Removed, REMOVED, seq).map(([id]) => id);
  const changed = live.all(Changed, CHANGED, seq);
  inTransaction(built, () => {
    writer.remove(removed);
    writer.copy(changed.map(([n, json]) => numbered(n, json, toDocument)));
  });
  return now;
}

const numbered = (n: number, json: string, toDocument: DocumentMaker): NumberedDocument => ({
  n,
  document: toDocument(Article.parse(JSON.parse(json))),
});

function inTransaction(connection: Connection, work: () => void): void {
  connection.exec('BEGIN IMMEDIATE');
  work();
  connection.exec('COMMIT');
}
