import { once } from 'node:events';
import { Agent, get, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { closeServer, createHttpServer } from '../../src/http/server.js';

/** Longer than any test runs, in milliseconds. */
const NEVER = 1_000_000_000;

/** A server that answers when it is told to. */
async function openHeld() {
  const held: ServerResponse[] = [];
  const server = createHttpServer((_request, response) => void held.push(response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = z.object({ port: z.int() }).parse(server.address());
  const agent = new Agent({ keepAlive: true });
  const ask = () =>
    new Promise<IncomingMessage>((resolve, reject) => {
      get({ port, agent }, (response) => resolve(response.resume())).on('error', reject);
    });
  return { server, port, held, ask, agent };
}

it('answers what is under way, says that it is the last answer, and ends then', async () => {
  const { server, held, ask, agent } = await openHeld();
  const asked = ask();
  await expect.poll(() => held.length).toBe(1);
  const closed = closeServer(server, { idle: NEVER, longest: NEVER });
  held[0]?.end('ok');
  const { statusCode, headers } = await asked;
  expect([statusCode, headers.connection]).toEqual([200, 'close']);
  await closed;
  agent.destroy();
});

it('cuts connections off that have asked for nothing, but not those that wait', async () => {
  const { server, port, held, ask, agent } = await openHeld();
  const silent = connect(port, '127.0.0.1').on('error', () => undefined);
  const asked = ask();
  await expect.poll(() => held.length).toBe(1);
  const closed = closeServer(server, { idle: 20, longest: NEVER });
  await once(silent.resume(), 'close');
  held[0]?.end('ok');
  expect((await asked).statusCode).toBe(200);
  await closed;
  agent.destroy();
});

it('waits no longer than it is told to', async () => {
  const { server, held, ask, agent } = await openHeld();
  const asked = ask().catch((error: unknown) => error);
  await expect.poll(() => held.length).toBe(1);
  await closeServer(server, { idle: NEVER, longest: 20 });
  expect(await asked).toBeInstanceOf(Error);
  agent.destroy();
});
