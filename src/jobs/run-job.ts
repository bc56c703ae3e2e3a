import { stat } from 'node:fs/promises';
import { addDocuments } from './add-documents.js';
import { deleteDocuments } from './delete-documents.js';
import { createMeter } from './meter.js';
import { createProblems } from './problems.js';
import type { Entry } from './record.js';
import { reindex, rollBack } from './whole-index.js';
import type { Outcome, WorkContext, WorkDeps } from './work.js';

export interface RunDeps extends WorkDeps {
  readonly bodyPath: (id: string) => string;
  readonly onProgress: (entry: Entry) => void;
}

/** Does the work of one job; what is known of it grows in its entry meanwhile. */
export async function runJob(entry: Entry, deps: RunDeps, signal: AbortSignal): Promise<Outcome> {
  const problems = createProblems();
  const meter = createMeter(entry.job.progress.unit);
  const tell = (change: Partial<Entry['job']>) => {
    entry.job = { ...entry.job, ...change };
    deps.onProgress(entry);
  };
  const context: WorkContext = {
    signal,
    body: await bodyOf(entry, deps),
    progress: (done, total) => tell({ progress: meter(done, total) }),
    result: (result) => tell({ result }),
    problem: problems.add,
  };
  entry.errors = problems.list;
  return signal.aborted ? 'stopped' : start(entry, deps, context);
}

/** Work on the whole index has no body; of another that has none its reader will say so. */
async function bodyOf({ job }: Entry, deps: RunDeps): Promise<WorkContext['body']> {
  const path = deps.bodyPath(job.id);
  const found = await stat(path).catch(() => undefined);
  return { path, bytes: found?.size ?? 0 };
}

function start({ task }: Entry, deps: RunDeps, context: WorkContext): Promise<Outcome> {
  switch (task.kind) {
    case 'documents.add':
      return addDocuments(task.format, deps, context);
    case 'documents.delete':
      return deleteDocuments(deps, context);
    case 'reindex':
      return reindex(deps, context);
    case 'rollback':
      return rollBack(deps, context);
  }
}
