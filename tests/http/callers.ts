import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import type { NewKey } from '../../src/keys/record.js';
import { createHttpServer, closeServer } from '../../src/http/server.js';
import type { Service } from '../../src/service.js';

/** The header with a new key. */
export const bearer = ({ keys }: Pick<Service, 'keys'>, wanted: NewKey) => ({
  Authorization: `Bearer ${keys.create(wanted).key}`,
});

/** An app behind a real socket, for what is about connections. */
export async function listen(app: Express) {
  const server = createHttpServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { server, port, url: `http://127.0.0.1:${port}`, close: () => closeServer(server) };
}
