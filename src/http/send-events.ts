import { once } from 'node:events';
import type { Response } from 'express';
import type { JobEvent, JobSummary } from '../jobs/job.js';
import { EVENT_STREAM } from './route.js';

/** Connections that say nothing are closed, by us and by proxies. */
const HEARTBEAT_MS = 15_000;

/** Names what an event told, so that a reader who comes back can say what it has read last. */
export const eventId = ({ status, progress }: JobSummary): string => `${status}-${progress.done}`;

/**
 * Answers with events as they come (server-sent events), until they end or the reader has gone;
 * then nothing is kept of them.
 */
export async function sendEvents(
  events: AsyncIterable<JobEvent>,
  response: Response,
  gone: AbortSignal,
): Promise<void> {
  response
    .status(200)
    // Compression, here or in a proxy, would hold events back.
    .set({ 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' })
    .set('Content-Type', EVENT_STREAM)
    .flushHeaders();
  const reader = events[Symbol.asyncIterator]();
  const leave = () => void reader.return?.();
  gone.addEventListener('abort', leave);
  const heart = setInterval(() => response.write(': still there\n\n'), HEARTBEAT_MS);
  try {
    for (let next = await reader.next(); !next.done; next = await reader.next()) {
      if (gone.aborted) break;
      if (!response.write(toText(next.value))) await once(response, 'drain', { signal: gone });
    }
  } catch (error) {
    if (!gone.aborted) throw error;
  } finally {
    clearInterval(heart);
    leave();
    response.end();
  }
}

const toText = ({ type, job }: JobEvent): string =>
  `id: ${eventId(job)}\nevent: ${type}\ndata: ${JSON.stringify(job)}\n\n`;
