import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { answerClientError } from './client-error.js';
import { MOST_HEADER_BYTES } from './guard/limits.js';
import { pathOfTarget } from './guard/target.js';

/** What clients may take up; times in milliseconds. */
export interface ServerLimits {
  /** How long the headers of a request may take to come. */
  readonly headers: number;
  /** How long a connection may be silent between two requests. */
  readonly keepAlive: number;
  /** How long a connection may be silent while a request or its answer is under way. */
  readonly silence: number;
  readonly mostConnections: number;
}

const LIMITS: ServerLimits = {
  headers: 10_000,
  keepAlive: 20_000,
  silence: 30_000,
  mostConnections: 2_000,
};

/** What goes on at a server. */
interface Traffic {
  readonly sockets: Set<Socket>;
  /** Answers to requests that have come whole, or with their headers at least. */
  readonly answers: Set<ServerResponse>;
}

const traffic = new WeakMap<Server, Traffic>();

/** A server that slow and silent clients cannot tie up. */
export function createHttpServer(app: RequestListener, limits: Partial<ServerLimits> = {}): Server {
  const { headers, keepAlive, silence, mostConnections } = { ...LIMITS, ...limits };
  const server = createServer(
    {
      maxHeaderSize: MOST_HEADER_BYTES,
      headersTimeout: headers,
      keepAliveTimeout: keepAlive,
      connectionsCheckingInterval: Math.min(1_000, headers),
      // Large uploads may take their time, as long as they go on: silence is what is limited.
      requestTimeout: 0,
    },
    (request, response) => {
      request.url = pathOfTarget(request.url ?? '/');
      app(request, response);
    },
  );
  server.setTimeout(silence);
  server.maxConnections = mostConnections;
  const { answers } = watchTraffic(server);
  server.on('clientError', (error, socket) => {
    // In the middle of an answer another one would be taken for its body.
    if ([...answers].some((answer) => answer.socket === socket)) socket.destroy();
    else answerClientError(error, socket);
  });
  return server;
}

function watchTraffic(server: Server): Traffic {
  const watched: Traffic = { sockets: new Set(), answers: new Set() };
  traffic.set(server, watched);
  server.on('connection', (socket) => keep(watched.sockets, socket));
  server.prependListener('request', (_request, answer) => keep(watched.answers, answer));
  return watched;
}

function keep<Item extends Socket | ServerResponse>(kept: Set<Item>, item: Item): void {
  kept.add(item);
  item.once('close', () => kept.delete(item));
}

export interface Farewell {
  /** How long a connection without a request may stay, in milliseconds. */
  readonly idle: number;
  /** How long requests that are under way may take, in milliseconds. */
  readonly longest: number;
}

/**
 * Takes no more connections and answers what is under way, saying with every answer that it is the
 * connection's last: a client that keeps connections open would hold the server open.
 */
export function closeServer(
  server: Server,
  { idle, longest }: Farewell = { idle: 1_000, longest: 8_000 },
): Promise<void> {
  const { sockets, answers } = traffic.get(server) ?? watchTraffic(server);
  for (const answer of answers) markLast(answer);
  server.prependListener('request', (_request, answer) => markLast(answer));
  const timers = [
    setInterval(() => server.closeIdleConnections(), 100),
    setTimeout(() => destroyUnused(sockets, answers), idle),
    setTimeout(() => server.closeAllConnections(), longest),
  ];
  return new Promise((resolve) => {
    server.close(() => {
      timers.forEach(clearTimeout);
      resolve();
    });
  });
}

function markLast(answer: ServerResponse): void {
  if (!answer.headersSent) answer.setHeader('Connection', 'close');
}

/** Connections on which nothing, or half a request, was sent: nobody waits for an answer there. */
function destroyUnused(sockets: Iterable<Socket>, answers: Iterable<ServerResponse>): void {
  const used = new Set([...answers].map(({ socket }) => socket));
  for (const socket of sockets) if (!used.has(socket)) socket.destroy();
}
