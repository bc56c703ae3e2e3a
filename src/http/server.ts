import { createServer, STATUS_CODES, type RequestListener, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { MOST_HEADER_BYTES } from './guard/limits.js';
import { PROBLEMS, type ProblemCode } from './problem.js';

/** How long a request's headers may take, and how long a silent connection stays open. */
const HEADERS_MS = 10_000;
const KEEP_ALIVE_MS = 20_000;
/** How long a connection may be silent while a request or its answer is under way. */
const SILENCE_MS = 30_000;
const MOST_CONNECTIONS = 2_000;
/** Once asked to stop: how long requests that are under way may take. */
const FAREWELL_MS = 3_000;

/** A server that slow and silent clients cannot tie up. */
export function createHttpServer(app: RequestListener): Server {
  const server = createServer(
    {
      maxHeaderSize: MOST_HEADER_BYTES,
      headersTimeout: HEADERS_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: 1_000,
      // Large uploads may take their time, as long as they go on: silence is what is limited.
      requestTimeout: 0,
    },
    app,
  );
  server.setTimeout(SILENCE_MS);
  server.maxConnections = MOST_CONNECTIONS;
  server.on('clientError', answerClientError);
  return server;
}

const CODES: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
};

/** Answers what is no HTTP request at all, or has too large headers, in our own shape. */
function answerClientError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const code = CODES[error.code ?? ''] ?? 'malformed_url';
  const { status, title } = PROBLEMS[code];
  const body = JSON.stringify({ type: `/docs#${code}`, title, status, code, errors: [] });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\n` +
      `Content-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

/** Answers what is under way; connections that say nothing would hold the server open. */
export function closeServer(server: Server): Promise<void> {
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const late = setTimeout(() => server.closeAllConnections(), FAREWELL_MS);
  return new Promise((resolve) => {
    server.close(() => {
      clearInterval(idle);
      clearTimeout(late);
      resolve();
    });
  });
}
