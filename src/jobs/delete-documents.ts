import { readFile } from 'node:fs/promises';
import { Deletion } from './request.js';
import type { Outcome, WorkContext, WorkDeps } from './work.js';

const BATCH = 500;

/** Deletes the documents that the job's body names, batch by batch. */
export async function deleteDocuments(
  { engine, idsMatching }: WorkDeps,
  context: WorkContext,
): Promise<Outcome> {
  const asked = Deletion.parse(JSON.parse(await readFile(context.body.path, 'utf8')));
  const total = 'ids' in asked ? asked.ids.length : undefined;
  const batches = 'ids' in asked ? cut(asked.ids) : idsMatching(asked.where);
  let [done, deleted] = [0, 0];
  context.result({ deleted });
  for await (const ids of batches) {
    if (context.signal.aborted) return 'stopped';
    deleted += await engine.remove(ids);
    done += ids.length;
    context.result({ deleted });
    context.progress(done, total);
  }
  return 'done';
}

function* cut(ids: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < ids.length; at += BATCH) yield ids.slice(at, at + BATCH);
}
