import { once } from 'node:events';
import { createServer } from 'node:http';

/** A portal: another origin, whose pages take the search box from the service. */
export interface Portal {
  readonly origin: string;
  /** Publishes a page and gives its address. */
  readonly publish: (
    path: string,
    html: string,
    headers?: Readonly<Record<string, string>>,
  ) => string;
  readonly close: () => Promise<void>;
}

/** Starts a portal on a free port. It is of another site than the service, which is at 127.0.0.1. */
export async function startPortal(): Promise<Portal> {
  const pages = new Map<string, { html: string; headers: Readonly<Record<string, string>> }>();
  const server = createServer((request, response) => {
    const page = pages.get(new URL(request.url ?? '/', 'http://portal').pathname);
    response.writeHead(page ? 200 : 404, {
      'Content-Type': 'text/html; charset=utf-8',
      ...page?.headers,
    });
    response.end(page?.html ?? '');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port to listen on.');
  const origin = `http://localhost:${address.port}`;
  return {
    origin,
    publish: (path, html, headers = {}) => {
      pages.set(path, { html, headers });
      return origin + path;
    },
    close: async () => {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}
