import { Agent, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { ProblemBody } from '../shapes.js';

/** A request as it goes over the wire: nothing of it is tidied up on the way. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** Whoever has no answer by then waits for ever. */
const PATIENCE_MS = 15_000;

/** Asks one service over connections that are used again. */
export function createAsker(port: number) {
  const agent = new Agent({ keepAlive: true });

  function ask({ method, path, headers = {}, body }: Asked): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const options = {
        host: '127.0.0.1',
        port,
        agent,
        method,
        path,
        headers,
        timeout: PATIENCE_MS,
      };
      const asking = request(options, (response) => {
        buffer(response).then((bytes) => {
          const type = response.headers['content-type'] ?? '';
          const text = decoded(bytes, response.headers['content-encoding']);
          resolve({ status: response.statusCode ?? 0, type, text });
        }, reject);
      });
      asking.on('timeout', () => asking.destroy(new Error(`No answer: ${method} ${path}`)));
      asking.on('error', reject).end(body);
    });
  }

  return { ask, close: () => agent.destroy() };
}

function decoded(bytes: Buffer, encoding: string | undefined): string {
  if (bytes.length === 0 || encoding === undefined) return bytes.toString();
  return (encoding === 'br' ? brotliDecompressSync(bytes) : gunzipSync(bytes)).toString();
}

const STATUSES = [200, 201, 202, 204, 304];

/** Every answer is a success, or a problem that says what was wrong; never a failure of ours. */
export function expectFair({ method }: Asked, { status, type, text }: Answered): void {
  if (status < 400) {
    expect(STATUSES).toContain(status);
    return;
  }
  expect(status).not.toBe(500);
  expect(type).toMatch(/^application\/problem\+json/);
  if (method === 'HEAD') return;
  expect(ProblemBody.parse(JSON.parse(text))).toMatchObject({ status });
}
