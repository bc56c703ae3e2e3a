import type { MeiliClient, TaskReport } from './client.js';
import type { Batch, SendOutcome } from './drain.js';
import { ServerAwayError, ServerRefusedError } from './server-errors.js';

/** Sends a batch to an index, once it is `ready`, and waits until the server has applied it. */
export async function sendBatch(
  client: MeiliClient,
  index: string,
  { puts, deletes }: Batch,
  ready: () => Promise<void>,
): Promise<SendOutcome> {
  try {
    await ready();
    const tasks: number[] = [];
    if (puts.length > 0) {
      tasks.push(
        await client.put(
          index,
          puts.map(({ document }) => document),
        ),
      );
    }
    if (deletes.length > 0) {
      tasks.push(
        await client.remove(
          index,
          deletes.map(({ pk }) => pk),
        ),
      );
    }
    for (const task of tasks) {
      const outcome = judge(await client.settle(task));
      if (!('ok' in outcome)) return outcome;
    }
    return { ok: true };
  } catch (error) {
    if (error instanceof ServerAwayError) return { retry: error.message };
    if (error instanceof ServerRefusedError && FAULTS.has(error.reason))
      return { refused: error.message };
    throw error;
  }
}

/** Refusals that are the fault of the documents; others are of the key, or of the server. */
const FAULTS: ReadonlySet<string> = new Set([
  'malformed_payload',
  'payload_too_large',
  'invalid_document_id',
  'missing_document_id',
  'invalid_document_fields',
  'max_fields_limit_exceeded',
]);

function judge({ status, error }: TaskReport): SendOutcome {
  if (status === 'succeeded') return { ok: true };
  const reason = error?.message ?? status;
  return FAULTS.has(error?.code ?? '') ? { refused: reason } : { retry: reason };
}
