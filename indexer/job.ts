import type { DocumentMaker, SearchDocument } from './document.js';
import { DocumentsRefusedError } from './engine.js';
import { createTurns } from './turns.js';
import { readArticles } from './sources/read.js';
import type { FieldProblem, InputFile, RecordToArticle } from './sources/source.js';

/** What the job says while it runs; who shows it is another matter. */
export type JobEvent =
  { readonly type: 'progress'; readonly counts: JobCounts; readonly bytes: number } | SkippedRecord;

export interface SkippedRecord {
  readonly type: 'skipped';
  /** Where the record stands, or the id of the document that the engine has refused. */
  readonly place: string;
  readonly reason: string;
  /** Of a refused document. */
  readonly id?: string;
  /** The reason field by field, where it is one of fields. */
  readonly problems?: readonly FieldProblem[];
  /** The bytes are not what their format demands. */
  readonly malformed?: true;
  /** Bytes read so far, of the same file. */
  readonly bytesRead?: number;
}

export interface JobCounts {
  readonly documents: number;
  readonly skipped: number;
}

export interface JobDeps {
  readonly toArticle: RecordToArticle;
  readonly toDocument: DocumentMaker;
  /** Takes a batch; resolves when it is durable. */
  readonly push: (documents: readonly SearchDocument[]) => Promise<void>;
  /** Batches that may be on their way at once; one unless said. */
  readonly atOnce?: number;
  readonly onEvent: (event: JobEvent) => void;
  /** Stops the job between two batches: what was pushed stays. */
  readonly signal?: AbortSignal;
  /** Reads no further than the first malformed bytes; what came before them is pushed. */
  readonly stopAtMalformed?: boolean;
}

const BATCH_DOCUMENTS = 300;
const BATCH_CHARACTERS = 1_000_000;

/**
 * Reads files, analyses what they hold and pushes it to the engine, a batch at a time; while
 * batches are being written the next is prepared. A bad record is reported and left out. Running
 * the same files again completes what a stopped run left undone.
 */
export async function runIndexJob(files: readonly InputFile[], deps: JobDeps): Promise<JobCounts> {
  const state = { documents: 0, skipped: 0 };
  const under: Promise<void>[] = [];
  for await (const { documents, bytes } of readBatches(files, deps, state)) {
    while (under.length >= (deps.atOnce ?? 1)) await under.shift();
    if (deps.signal?.aborted) break;
    const pushed = pushBatch(documents, deps).then((refused) => {
      state.documents += documents.length - refused;
      state.skipped += refused;
      deps.onEvent({ type: 'progress', counts: { ...state }, bytes });
    });
    // A failure is thrown where it is awaited; until then it must not count as unhandled.
    pushed.catch(() => undefined);
    under.push(pushed);
  }
  for (const pushed of under) await pushed;
  return state;
}

/** Pushes a batch; returns how many of it the engine has refused, which are reported. */
async function pushBatch(
  documents: readonly SearchDocument[],
  { push, onEvent }: JobDeps,
): Promise<number> {
  try {
    await push(documents);
    return 0;
  } catch (error) {
    if (!(error instanceof DocumentsRefusedError)) throw error;
    for (const { id, reason } of error.refusals) {
      onEvent({ type: 'skipped', place: id, id, reason });
    }
    return error.refusals.length;
  }
}

interface Batch {
  readonly documents: readonly SearchDocument[];
  /** Bytes read so far, of all files. */
  readonly bytes: number;
}

async function* readBatches(
  files: readonly InputFile[],
  { toArticle, toDocument, onEvent, signal, stopAtMalformed }: JobDeps,
  state: { skipped: number },
): AsyncGenerator<Batch> {
  const turn = createTurns();
  let [documents, characters, before]: [SearchDocument[], number, number] = [[], 0, 0];
  for (const file of files) {
    for await (const item of readArticles(file, { toArticle })) {
      await turn();
      if (signal?.aborted) return;
      if ('reason' in item) {
        state.skipped++;
        onEvent({ type: 'skipped', ...item });
        if (item.malformed && stopAtMalformed) break;
        continue;
      }
      documents.push(toDocument(item.article));
      characters += item.article.body.length;
      if (documents.length < BATCH_DOCUMENTS && characters < BATCH_CHARACTERS) continue;
      yield { documents, bytes: before + item.bytesRead };
      [documents, characters] = [[], 0];
    }
    before += file.bytes;
  }
  if (documents.length > 0) yield { documents, bytes: before };
}
