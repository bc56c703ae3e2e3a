import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';

/** Stands between an engine and a server, and may delay or answer what is asked. */
export interface Proxy {
  readonly url: string;
  /** Ends when everything that came in has gone on to the server. */
  close(): Promise<void>;
}

/** An answer of one's own; undefined lets the request through to the server. */
export type Answer = { readonly status: number; readonly body: unknown } | undefined;

/** Decides about a request such as `POST /swap-indexes`, for as long as it likes. */
export type Decide = (request: string) => Promise<Answer>;

/** Starts a proxy; a request goes on to the server though whoever has sent it is gone. */
export async function startProxy(target: string, decide: Decide): Promise<Proxy> {
  const underWay = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    const served = serve(request, response).catch(() => void response.destroy());
    underWay.add(served);
    void served.then(() => underWay.delete(served));
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/' } = request;
    const body = await buffer(request);
    const own = await decide(`${method} ${url.replace(/\?.*/, '')}`);
    if (own) {
      response.writeHead(own.status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(own.body));
      return;
    }
    const answer = await fetch(new URL(url, target), {
      method,
      headers: headersOf(request),
      ...(body.length === 0 ? {} : { body }),
    });
    response.writeHead(answer.status, { 'Content-Type': 'application/json' });
    response.end(await answer.text());
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      await Promise.all(underWay);
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

const PASSED_ON = ['authorization', 'content-type', 'content-encoding'] as const;

const headersOf = ({ headers }: IncomingMessage): [string, string][] =>
  PASSED_ON.flatMap((name): [string, string][] => {
    const value = headers[name];
    return value === undefined ? [] : [[name, value]];
  });
