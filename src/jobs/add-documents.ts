import { runIndexJob, type JobCounts, type SkippedRecord } from '../../indexer/job.js';
import type { InputFile } from '../../indexer/sources/source.js';
import type { JobProblem } from './job.js';
import { toProblems } from './problems.js';
import type { UploadFormat } from './request.js';
import type { Outcome, WorkContext, WorkDeps } from './work.js';

/** Ids of records that bring none do not depend on the upload: sent again, they replace themselves. */
const ID_BASE = { name: 'upload', shared: true };

/**
 * Indexes an upload. Records that cannot be used are told and left out; an array that is broken ends
 * there, and what came before is indexed.
 */
export async function addDocuments(
  format: UploadFormat,
  { engine, toArticle, toDocument }: WorkDeps,
  context: WorkContext,
): Promise<Outcome> {
  const file: InputFile = { ...context.body, kind: format };
  const seen = watchRecords(file, context);
  const counts = await runIndexJob([file], {
    toArticle: (source) => toArticle({ ...source, idBase: ID_BASE }),
    toDocument,
    push: (documents) => engine.upsert(documents),
    atOnce: engine.capabilities.writesAtOnce,
    signal: context.signal,
    stopAtMalformed: format === 'json',
    onEvent: (event) => {
      if (event.type === 'skipped') seen.skipped(event);
      else seen.pushed(event.counts, event.bytes);
    },
  });
  context.result(toResult(counts));
  const broken = seen.failure();
  if (broken === undefined && context.signal.aborted) return 'stopped';
  const failure = broken ?? nothingUsable(counts);
  if (failure) return { failure };
  context.progress(file.bytes, file.bytes);
  return 'done';
}

function watchRecords(file: InputFile, { progress, problem, result }: WorkContext) {
  let failure: JobProblem | undefined;
  return {
    failure: () => failure,
    pushed: (counts: JobCounts, bytes: number) => {
      result(toResult(counts));
      progress(bytes, file.bytes);
    },
    skipped: (event: SkippedRecord) => {
      const problems = toProblems(event, file.path);
      for (const one of problems) problem(one);
      if (event.bytesRead !== undefined) progress(event.bytesRead, file.bytes);
      const fatal = event.place === file.path || (file.kind === 'json' && event.malformed);
      if (fatal) [failure] = problems;
    },
  };
}

const toResult = ({ documents, skipped }: JobCounts) => ({ indexed: documents, skipped });

function nothingUsable({ documents, skipped }: JobCounts): JobProblem | undefined {
  if (documents > 0 || skipped === 0) return undefined;
  return { message: `None of the records could be used (${skipped} left out).` };
}
