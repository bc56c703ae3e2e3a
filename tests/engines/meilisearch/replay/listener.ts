import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** A request as it came in. */
export interface Incoming {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer<ArrayBuffer>;
}

/** What is answered: JSON. */
export interface Reply {
  readonly status: number;
  readonly text: string;
}

export interface Listener {
  readonly url: string;
  close(): void;
}

/** Listens where Meilisearch would, on a port of this machine. */
export async function listen(reply: (request: Incoming) => Promise<Reply>): Promise<Listener> {
  const server = createServer((request, response) => {
    void receive(request)
      .then(reply)
      .catch(failure)
      .then(({ status, text }) => {
        response.writeHead(status, { 'Content-Type': 'application/json' }).end(text);
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function receive(request: IncomingMessage): Promise<Incoming> {
  const { method = 'GET', url: path = '/', headers } = request;
  return { method, path, headers, body: await buffer(request) };
}

const failure = (error: unknown): Reply => refusal('replay_failed', String(error));

/**
 * A refusal of a code that no server gives: the engine tells it to whoever asked. A status from 500
 * on would say that the server is away, and writes would wait for it without a word.
 */
export const refusal = (code: string, message: string): Reply => ({
  status: 400,
  text: JSON.stringify({ message, code, type: 'replay', link: '' }),
});
