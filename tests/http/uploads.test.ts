import { once } from 'node:events';
import { request as open, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/http/app.js';
import { JobsStorageError, JobsUnavailableError } from '../../src/jobs/errors.js';
import { Job, JobSummary } from '../../src/jobs/job.js';
import { gate, linesOf } from '../jobs/place.js';
import { bearer, listen } from './callers.js';
import { holdWrites } from './holding.js';
import { assertProblem, openHouse, type House } from './house.js';
import { ProblemBody } from './shapes.js';

let house: House;
let editor: ReturnType<typeof bearer>;
let place: Awaited<ReturnType<typeof listen>>;
beforeAll(async () => {
  house = await openHouse({ AXTAR_UPLOAD_LIMIT_MB: '1' });
  editor = bearer(house.service, { role: 'editor' });
  place = await listen(house.app);
});
afterAll(async () => {
  await place.close();
  await house.close();
});

const NDJSON = 'application/x-ndjson';
const WAIT = { Prefer: 'wait=30' };
const upload = (type = NDJSON) =>
  request(house.app).post('/v1/documents').set(editor).set('Content-Type', type);
const titleOf = async (id: string) => (await house.service.engine.get(id))?.title;
const newestJob = () => house.service.jobs.list({ limit: 1 }).jobs[0]?.id;

describe('POST /v1/documents', () => {
  it('takes an array and says where its job is', async () => {
    const response = await upload('application/json').send('[{"id":"a1","title":"Bir"}]');
    expect(response.status).toBe(202);
    const job = JobSummary.parse(response.body);
    expect(response.headers['location']).toBe(`/v1/jobs/${job.id}`);
    expect(response.headers).not.toHaveProperty('preference-applied');
    expect(await house.service.jobs.wait(job.id, 30_000)).toMatchObject({
      status: 'succeeded',
      result: { indexed: 1, skipped: 0 },
    });
    expect(await titleOf('a1')).toBe('Bir');
  });

  it.each([NDJSON, 'application/ndjson', 'application/jsonl; charset=UTF-8'])(
    'takes a record a line as %s, and waits for the end where that is preferred',
    async (type) => {
      const lines = '{"id":"b1","title":"Ə"}\n{"title":7}\n\n{no\n{"id":"b2","title":"Şə"}';
      const response = await upload(type).set(WAIT).send(lines);
      expect(response.status).toBe(200);
      expect(response.headers['preference-applied']).toBe('wait=30');
      expect(Job.parse(response.body)).toMatchObject({
        status: 'succeeded',
        result: { indexed: 2, skipped: 2 },
        errors: [
          { line: 2, path: 'title', message: expect.stringMatching(/string/) as string },
          { line: 4, message: expect.stringMatching(/JSON/) as string },
        ],
      });
      expect(await titleOf('b2')).toBe('Şə');
    },
  );

  it('takes CSV, whose header names the fields', async () => {
    const table = 'id;title;topics\nv1;Ə;ekologiya|cemiyyet\nv2\nv3;"Ş;ə";';
    const response = await upload('text/csv').set(WAIT).send(table);
    expect(Job.parse(response.body)).toMatchObject({
      status: 'succeeded',
      result: { indexed: 2, skipped: 1 },
      errors: [{ line: 3, message: 'expected 3 columns as in the header, found 1' }],
    });
    expect(await titleOf('v3')).toBe('Ş;ə');
  });

  it('answers 200 also when the job has failed, and says why', async () => {
    const response = await upload('application/json').set(WAIT).send('[{"title":1}]');
    expect(response.status).toBe(200);
    expect(Job.parse(response.body)).toMatchObject({ status: 'failed' });
  });

  it('reads gzip', async () => {
    const response = await upload()
      .set(WAIT)
      .set('Content-Encoding', 'gzip')
      .serialize((body: unknown) => body as string)
      .send(gzipSync('{"id":"c1","title":"Sıxılmış"}'));
    expect(response.body).toMatchObject({ status: 'succeeded', result: { indexed: 1 } });
    expect(await titleOf('c1')).toBe('Sıxılmış');
  });

  it.each([
    ['that is none', Buffer.from('{"title":"a"}')],
    ['that is cut off', gzipSync('{"title":"a"}').subarray(0, 20)],
  ])('refuses gzip %s', async (_, body) => {
    const before = newestJob();
    const response = await upload()
      .set('Content-Encoding', 'gzip')
      .serialize((sent: unknown) => sent as string)
      .send(body);
    const { detail } = assertProblem(response, 400, 'malformed_body');
    expect(detail).toMatch(/gzip/);
    expect(newestJob()).toBe(before);
  });

  it.each([
    ['Content-Type', 'text/html'],
    ['Content-Type', 'application/json; charset=windows-1254'],
    ['Content-Type', '__proto__'],
    ['Content-Encoding', 'br'],
  ])('refuses %s: %s', async (header, value) => {
    const response = await upload().set(header, value).send('a');
    assertProblem(response, 415, 'unsupported_media_type', [header]);
  });

  it('goes on waiting no longer than preferred', async () => {
    const { full, open: go } = holdWrites(house.service);
    const response = await upload().set('Prefer', 'wait=0').send('{"id":"d1","title":"Gec"}');
    expect(response.status).toBe(202);
    expect(response.headers['preference-applied']).toBe('wait=0');
    await full;
    go();
    const { id } = JobSummary.parse(response.body);
    expect(await house.service.jobs.wait(id, 30_000)).toMatchObject({ status: 'succeeded' });
  });

  it.each(['wait', 'wait=soon', 'respond-async', 'return=minimal'])(
    'does not wait for "%s"',
    async (prefer) => {
      expect((await upload().set('Prefer', prefer).send('{"title":"a"}')).status).toBe(202);
    },
  );

  it.each([
    [{}, 401, 'key_missing'],
    [{ role: 'search' as const }, 403, 'forbidden'],
  ])('needs the key of an editor: %j', async (key, status, code) => {
    const headers = 'role' in key ? bearer(house.service, key) : {};
    for (const path of ['/v1/documents', '/v1/documents/delete']) {
      assertProblem(await request(house.app).post(path).set(headers), status, code);
    }
  });
});

describe('an upload that is too large', () => {
  it.each([
    ['as it comes', Buffer.alloc(1_100_000, 0x20), {}],
    [
      'once it is inflated',
      gzipSync(Buffer.alloc(1_100_000, 0x20)),
      { 'Content-Encoding': 'gzip' },
    ],
  ])('%s is refused', async (_, body, headers) => {
    const before = newestJob();
    const response = await upload()
      .set(headers)
      .serialize((sent: unknown) => sent as string)
      .send(body);
    const { detail } = assertProblem(response, 413, 'payload_too_large');
    expect(detail).toMatch(/1048576/);
    expect(response.headers['connection']).toBe('close');
    expect(newestJob()).toBe(before);
  });

  it.each([
    ['with its length said', { 'Content-Length': '50000000' }],
    ['without a length', { 'Transfer-Encoding': 'chunked' }],
  ])('%s is answered while it is being sent, and its connection ends', async (_, length) => {
    const sending = openUpload(place.port, { ...editor, ...length });
    const closed = once(sending, 'close');
    const answered = once(sending, 'response');
    const more = setInterval(() => sending.write(Buffer.alloc(50_000, 0x20)), 1);
    sending.on('error', () => clearInterval(more));
    const [response] = (await answered) as [IncomingMessage];
    expect(response.statusCode).toBe(413);
    expect(ProblemBody.parse(JSON.parse(await text(response)))).toMatchObject({
      code: 'payload_too_large',
    });
    await closed;
    clearInterval(more);
  });
});

const openUpload = (port: number, headers: Record<string, string>) =>
  open({
    host: '127.0.0.1',
    port,
    path: '/v1/documents',
    method: 'POST',
    headers: { 'Content-Type': NDJSON, ...headers },
  });

describe('an upload', () => {
  it('of a sender who goes away leaves nothing', async () => {
    const before = newestJob();
    const received = gate();
    const app = createApp({
      ...house.service,
      jobs: {
        ...house.service.jobs,
        receive: (...given) => house.service.jobs.receive(...given).finally(received.open),
      },
    });
    const { port, close } = await listen(app);
    const sending = openUpload(port, editor).on('error', () => undefined);
    sending.write('{"title":"yarımçıq"}\n', () => sending.destroy());
    await received.passed;
    expect(newestJob()).toBe(before);
    await close();
  });

  it('comes no faster than it is stored', async () => {
    const [begun, go] = [gate(), gate()];
    let stored = 0;
    const app = createApp({
      ...house.service,
      settings: { ...house.service.settings, mostUploadBytes: 1e9 },
      jobs: {
        ...house.service.jobs,
        receive: async (bytes) => {
          for await (const chunk of bytes) {
            begun.open();
            await go.passed;
            stored += chunk.length;
          }
          throw new JobsUnavailableError('enough');
        },
      },
    });
    const { server, port, close } = await listen(app);
    const sockets: Socket[] = [];
    server.on('connection', (socket: Socket) => sockets.push(socket));
    const sending = openUpload(port, editor);
    const answered = once(sending, 'response');
    const total = 16 * 1024 ** 2;
    sending.end(Buffer.alloc(total, 0x20));
    await begun.passed;
    const read = () => sockets[0]?.bytesRead ?? 0;
    await untilStill(read);
    expect(read()).toBeLessThan(total / 4);
    go.open();
    const [response] = (await answered) as [IncomingMessage];
    expect(response.statusCode).toBe(503);
    expect(stored).toBe(total);
    response.resume();
    await close();
  });
});

/** Resolves when a figure has stopped growing. */
async function untilStill(figure: () => number): Promise<void> {
  for (let last = -1; last !== figure();) {
    last = figure();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('Idempotency-Key', () => {
  const send = (key: string, body: string, headers = editor) =>
    upload().set(headers).set('Idempotency-Key', key).send(body);

  it('gives the same job for the same again', async () => {
    const first = await send('k1', linesOf(2));
    expect(first.headers).not.toHaveProperty('idempotent-replayed');
    const { id } = JobSummary.parse(first.body);
    const again = await send('k1', linesOf(2));
    expect([again.status, again.headers['idempotent-replayed']]).toEqual([202, 'true']);
    expect(again.body).toMatchObject({ id });
    expect(again.headers['location']).toBe(first.headers['location']);
    const ended = await send('k1', linesOf(2)).set(WAIT);
    expect([ended.status, ended.headers['idempotent-replayed']]).toEqual([200, 'true']);
    expect(ended.body).toMatchObject({ id, status: 'succeeded' });
  });

  it('of something else is refused', async () => {
    await send('k2', linesOf(1));
    const response = await send('k2', linesOf(2));
    assertProblem(response, 422, 'idempotency_mismatch', ['Idempotency-Key']);
  });

  it('belongs to who asked with it', async () => {
    await send('k3', linesOf(1));
    const response = await send('k3', linesOf(2), bearer(house.service, { role: 'editor' }));
    expect(response.status).toBe(202);
    expect(response.headers).not.toHaveProperty('idempotent-replayed');
  });

  it.each(['a b', 'a'.repeat(256)])('%j is none', async (key) => {
    const response = await send(key, linesOf(1));
    assertProblem(response, 400, 'invalid_parameter', ['Idempotency-Key']);
  });
});

describe('POST /v1/documents/delete', () => {
  const remove = (body: object) =>
    request(house.app).post('/v1/documents/delete').set(editor).send(body);
  const fill = async () => {
    const lines = ['x1', 'x2', 'x3'].map((id, at) =>
      JSON.stringify({ id, title: 'Silinən', source: at < 2 ? 'Köhnə' : 'Yeni' }),
    );
    await upload().set(WAIT).send(lines.join('\n'));
  };

  it('deletes those of the ids', async () => {
    await fill();
    const response = await remove({ ids: ['x1', 'absent'] }).set(WAIT);
    expect(response.status).toBe(200);
    expect(response.body).toMatchObject({ status: 'succeeded', result: { deleted: 1 } });
    expect([await titleOf('x1'), await titleOf('x2')]).toEqual([undefined, 'Silinən']);
  });

  it('deletes those that pass a filter', async () => {
    await fill();
    const response = await remove({ filter: 'source = "Köhnə"' });
    expect(response.status).toBe(202);
    const { id } = JobSummary.parse(response.body);
    expect(response.headers['location']).toBe(`/v1/jobs/${id}`);
    expect(await house.service.jobs.wait(id, 30_000)).toMatchObject({ result: { deleted: 2 } });
    expect([await titleOf('x2'), await titleOf('x3')]).toEqual([undefined, 'Silinən']);
  });

  it.each([
    [{}, 'body'],
    [{ ids: ['a'], filter: 'lang = az' }, 'body'],
    [{ ids: [] }, 'ids'],
    [{ ids: [5] }, 'ids[0]'],
    [{ ids: Array<string>(10_001).fill('a') }, 'ids'],
    [{ filter: ' ' }, 'filter'],
    [{ filter: ['lang = az'] }, 'filter'],
    [{ ids: ['a'], all: true }, 'all'],
    [[], 'body'],
  ])('refuses what does not say clearly which (%#)', async (body, path) => {
    const { errors } = assertProblem(await remove(body), 400, 'invalid_parameter', [path]);
    expect(errors[0]?.in).toBe('body');
  });

  it('says where a filter is wrong', async () => {
    const { errors } = assertProblem(await remove({ filter: 'lang = ' }), 400, 'invalid_filter', [
      'filter',
    ]);
    expect(errors).toMatchObject([{ in: 'body', position: 7 }]);
  });
});

describe('while nothing can be stored', () => {
  it.each([
    ['the disk is full', new JobsStorageError('Cannot write /tmp/data/jobs/x.part: ENOSPC.')],
    ['another process has the jobs', new JobsUnavailableError('It runs the jobs in /tmp/data.')],
  ])('since %s, says when to try again, and no folder', async (_, error) => {
    const fail = () => Promise.reject(error);
    const jobs = { ...house.service.jobs, receive: fail, enqueue: fail };
    const app = createApp({ ...house.service, jobs });
    const answers = [
      await request(app).post('/v1/documents').set(editor).set('Content-Type', NDJSON).send('{}'),
      await request(app)
        .post('/v1/documents/delete')
        .set(editor)
        .send({ ids: ['a'] }),
    ];
    for (const response of answers) {
      const { retryAfter } = assertProblem(response, 503, 'storage_unavailable');
      expect(Number(response.headers['retry-after'])).toBe(retryAfter);
    }
  });
});
