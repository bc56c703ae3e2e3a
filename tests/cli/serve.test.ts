import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openWorkplace, type Running } from './command.js';

const place = openWorkplace();
afterAll(() => place.remove());

const ADDRESS = /listens on http:\/\/127\.0\.0\.1:(\d+)\n/;
const Status = z.looseObject({ documents: z.int() });

async function startService(): Promise<{ running: Running; port: number }> {
  const running = place.start(['serve'], { PORT: '0', AXTAR_LOG_LEVEL: 'error' });
  const [, port] = await running.waitFor(ADDRESS);
  return { running, port: Number(port) };
}

const documentsAt = async (port: number) => {
  const response = await fetch(`http://127.0.0.1:${port}/v1/stats`);
  return Status.parse(await response.json()).documents;
};

describe('axtar serve', () => {
  it('loads the sample into an empty folder, says where it listens and what to try', async () => {
    const { running, port } = await startService();
    expect(await documentsAt(port)).toBeGreaterThanOrEqual(80);
    running.process.kill('SIGTERM');
    const { code, stdout, stderr } = await running.ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/data was empty: loaded the sample of \d+ articles\./);
    expect(stdout.match(/^ {2}\S.*/gm)).toHaveLength(3);
  });

  it('finds everything the second time, and other commands find it meanwhile', async () => {
    const { running, port } = await startService();
    const documents = await documentsAt(port);
    const [more] = [place.write('more.ndjson', '{"id":"yeni","title":"Yeni xəbər"}')];
    expect((await place.run(['index', more])).code).toBe(0);
    await expect.poll(() => documentsAt(port), { timeout: 5_000 }).toBe(documents + 1);
    running.process.kill('SIGINT');
    const { code, stdout } = await running.ended;
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^Found ${documents} articles in .*data\\.`));
  });

  it.each(['a keep-alive connection', 'a connection that says nothing', 'a request half sent'])(
    'ends in time although %s is open',
    async (kind) => {
      const { running, port } = await startService();
      const close = await holdOpen(kind, port);
      running.process.kill('SIGTERM');
      const outcome = await Promise.race([running.ended, afterSeconds(8)]);
      close();
      running.process.kill('SIGKILL');
      expect(outcome).toMatchObject({ code: 0, stderr: '' });
    },
  );
});

describe('axtar serve, asked to end', () => {
  /** Takes a while. */
  const SLOW = `/v1/search?q=${'a%20'.repeat(100)}&facets=topic,author,source,year,month`;

  it('answers what is under way on a connection that stays open, and ends with it', async () => {
    const { running, port } = await startService();
    const agent = new Agent({ keepAlive: true });
    const ask = (path: string) =>
      new Promise<number | undefined>((resolve) => {
        const asked = get({ port, path, agent }, (response) => {
          response.resume().on('end', () => resolve(response.statusCode));
        });
        asked.on('error', () => resolve(undefined));
      });
    const slow = ask(SLOW);
    // What was sent later has been answered: the slow one has been taken in.
    expect(await ask('/health/live')).toBe(200);
    running.process.kill('SIGTERM');
    // Connections that are kept open would hold it for longer.
    const outcome = await Promise.race([running.ended, afterSeconds(5)]);
    running.process.kill('SIGKILL');
    expect(await slow).toBe(200);
    agent.destroy();
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
  });

  it('ends at once when it is asked twice', async () => {
    const { running, port } = await startService();
    const close = await holdOpen('a request half sent', port);
    running.process.kill('SIGTERM');
    await expect.poll(() => canConnect(port), { timeout: 5_000 }).toBe(false);
    running.process.kill('SIGTERM');
    const { code } = await running.ended;
    close();
    expect(code).toBe(130);
  });
});

const canConnect = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false)).once('connect', () => resolve(true));
    socket.once('connect', () => socket.destroy());
  });

describe('the first admin key', () => {
  it('is made, kept for the owner alone and said once', async () => {
    const own = openWorkplace();
    const start = async () => {
      const running = own.start(['serve'], { PORT: '0', AXTAR_LOG_LEVEL: 'info' });
      const [, port = ''] = await running.waitFor(ADDRESS);
      return { running, port };
    };
    const end = ({ running }: { running: Running }) => {
      running.process.kill('SIGTERM');
      return running.ended;
    };
    const first = await start();
    const [, path = '', key = ''] = await first.running.waitFor(
      /kept in (\S+): (axtar_admin_\S+)\n/,
    );
    const metrics = await fetch(`http://127.0.0.1:${first.port}/metrics`, {
      headers: { Authorization: `Bearer ${key}` },
    });
    expect(metrics.status).toBe(200);
    const { stderr } = await end(first);
    expect(stderr).toContain('/metrics');
    expect(stderr).not.toContain(key);
    const file = join(own.folder, path);
    expect(readFileSync(file, 'utf8')).toBe(`${key}\n`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect((await end(await start())).stdout).not.toContain('admin');
    own.remove();
  });
});

const afterSeconds = (seconds: number) =>
  new Promise<string>((resolve) => setTimeout(() => resolve('still running'), seconds * 1000));

async function holdOpen(kind: string, port: number): Promise<() => void> {
  if (kind === 'a keep-alive connection') {
    const agent = new Agent({ keepAlive: true });
    await new Promise<void>((resolve) => {
      get({ port, path: '/health', agent }, (response) => response.resume().on('end', resolve));
    });
    return () => agent.destroy();
  }
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  await once(socket, 'connect');
  if (kind === 'a request half sent') socket.write('GET /health HTTP/1.1\r\nHost: a');
  return () => socket.destroy();
}

describe('a port that is taken', () => {
  const other = createServer();
  let port = 0;
  beforeAll(async () => {
    await once(other.listen(0, '127.0.0.1'), 'listening');
    port = z.object({ port: z.int() }).parse(other.address()).port;
  });
  afterAll(() => void other.close());

  it('is named, and the command ends with 2', async () => {
    const folder = { AXTAR_DATA_DIR: join(place.folder, 'data'), PORT: String(port) };
    const { code, stderr } = await place.run(['serve'], '', folder);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      `axtar: PORT/HOST: cannot listen on 127.0.0.1:${port}: port ${port} is taken`,
    );
  });
});
