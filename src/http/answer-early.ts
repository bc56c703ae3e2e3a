import type { Request, Response } from 'express';

/** How long the rest of a request is read after its answer. */
const LINGER_MS = 2_000;

/** Whether a body is being sent of which no more is wanted. */
export const isHalfRead = (request: Request, response: Response): boolean =>
  !request.complete && (request.readableDidRead || response.get('Connection') === 'close');

/**
 * Answers a request of which the rest is not wanted, and ends its connection. The rest is read for a
 * moment and thrown away: a connection that is closed on a sender is reset, and the answer is lost.
 */
export function answerEarly(request: Request, response: Response, body: string): void {
  // Without a transformation the answer is complete once it is written, though not yet ended.
  response.set({
    Connection: 'close',
    'Content-Length': String(Buffer.byteLength(body)),
    'Cache-Control': 'no-store, no-transform',
  });
  response.write(body);
  const end = () => {
    clearTimeout(late);
    response.end();
  };
  const late = setTimeout(end, LINGER_MS);
  request.once('end', end).once('close', end).resume();
}
