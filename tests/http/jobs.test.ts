import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { readEnvironment } from '../../src/environment.js';
import { createApp } from '../../src/http/app.js';
import { JobsStorageError } from '../../src/jobs/errors.js';
import { Job, JobSummary } from '../../src/jobs/job.js';
import { composeService } from '../../src/service.js';
import { gate, linesOf } from '../jobs/place.js';
import { bearer, listen } from './callers.js';
import { readEvents, type ReadEvent } from './event-stream.js';
import { holdWrites } from './holding.js';
import { assertProblem, openHouse, type House } from './house.js';

let house: House;
let editor: ReturnType<typeof bearer>;
beforeAll(async () => {
  house = await openHouse();
  editor = bearer(house.service, { role: 'editor', name: 'me' });
});
afterAll(() => house.close());
afterEach(() => vi.useRealTimers());

const get = (path: string) => request(house.app).get(path).set(editor);
const post = (path: string, body?: object) => request(house.app).post(path).set(editor).send(body);
const upload = async (lines: string): Promise<string> => {
  const sent = request(house.app).post('/v1/documents').set(editor);
  return JobSummary.parse((await sent.type('application/jsonl').send(lines)).body).id;
};
const wait = (id: string) => house.service.jobs.wait(id, 30_000);

describe('GET /v1/jobs', () => {
  it('lists the newest first, page by page', async () => {
    const ids = [await upload(linesOf(1)), await upload(linesOf(1)), await upload(linesOf(1))];
    const first = await get('/v1/jobs?limit=2');
    expect(first.body).toMatchObject({ jobs: [{ id: ids[2] }, { id: ids[1] }], next: ids[1] });
    const second = await get(`/v1/jobs?limit=1&after=${ids[1]}`);
    expect(second.body).toMatchObject({ jobs: [{ id: ids[0] }] });
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['after=' + 'a'.repeat(101), 'after'],
    ['page=2', 'page'],
  ])('refuses %s', async (query, path) => {
    assertProblem(await get(`/v1/jobs?${query}`), 400, 'invalid_parameter', [path]);
  });

  it.each(['/v1/jobs', '/v1/jobs/a', '/v1/jobs/a/events'])('%s is for editors', async (path) => {
    assertProblem(await request(house.app).get(path), 401, 'key_missing');
    const reader = bearer(house.service, { role: 'search' });
    assertProblem(await request(house.app).get(path).set(reader), 403, 'forbidden');
  });
});

describe('GET /v1/jobs/{id}', () => {
  it('tells all of a job', async () => {
    const id = await upload('{"title":"Bir"}\n{"title":2}');
    await wait(id);
    const job = Job.parse((await get(`/v1/jobs/${id}`)).body);
    const [key] = house.service.keys.list();
    expect(job).toMatchObject({
      ...{ id, kind: 'documents.add', status: 'succeeded', by: key?.id },
      result: { indexed: 1, skipped: 1 },
      errors: [{ line: 2, path: 'title' }],
    });
  });

  it.each([
    ['get', '/v1/jobs/absent'],
    ['get', '/v1/jobs/absent/events'],
    ['post', '/v1/jobs/absent/cancel'],
    ['get', '/v1/jobs/..%2f..%2fkeys'],
  ] as const)('%s %s is not found', async (method, path) => {
    const response = await request(house.app)[method](path).set(editor);
    assertProblem(response, 404, 'job_not_found', ['id']);
  });
});

describe('POST /v1/jobs', () => {
  it('analyses everything anew', async () => {
    const { documents } = await house.service.engine.stats();
    const response = await post('/v1/jobs', { kind: 'reindex' }).set('Prefer', 'wait=30');
    expect(response.status).toBe(200);
    expect(Job.parse(response.body)).toMatchObject({
      status: 'succeeded',
      result: { reindexed: documents },
    });
  });

  it('answers at once unless asked to wait, and the same for the same key', async () => {
    const ask = () => post('/v1/jobs', { kind: 'reindex' }).set('Idempotency-Key', 'r1');
    const [first, again] = [await ask(), await ask()];
    expect([first.status, again.status]).toEqual([202, 202]);
    const { id } = JobSummary.parse(first.body);
    expect(again.body).toMatchObject({ id });
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(first.headers['location']).toBe(`/v1/jobs/${id}`);
    await wait(id);
  });

  it('says when the engine keeps no former index', async () => {
    const response = await post('/v1/jobs', { kind: 'rollback' });
    const { detail } = assertProblem(response, 409, 'conflict');
    expect(detail).toMatch(/embedded.*reindex/);
  });

  it.each([
    [{ kind: 'documents.add' }, 'kind'],
    [{}, 'kind'],
    [{ kind: 'reindex', a: 1 }, 'a'],
  ])('refuses %j', async (body, path) => {
    assertProblem(await post('/v1/jobs', body), 400, 'invalid_parameter', [path]);
  });
});

describe('POST /v1/jobs/{id}/cancel', () => {
  it('ends what is queued, stops what runs, and refuses what has ended', async () => {
    const { full, open } = holdWrites(house.service);
    const [running, queued] = [await upload(linesOf(1)), await upload(linesOf(1))];
    await full;
    const first = await post(`/v1/jobs/${queued}/cancel`);
    expect([first.status, JobSummary.parse(first.body).status]).toEqual([200, 'canceled']);
    const second = await post(`/v1/jobs/${running}/cancel`);
    expect([second.status, JobSummary.parse(second.body).status]).toEqual([202, 'running']);
    open();
    expect(await wait(running)).toMatchObject({ status: 'canceled' });
    for (const id of [running, queued]) {
      const { detail } = assertProblem(await post(`/v1/jobs/${id}/cancel`), 409, 'conflict');
      expect(detail).toMatch(/canceled/);
    }
  });

  it('says when it cannot be kept', async () => {
    const id = await upload(linesOf(1));
    await wait(id);
    const running = { ...(await house.service.jobs.get(id)), status: 'running' };
    const jobs = {
      ...house.service.jobs,
      get: () => Promise.resolve(Job.parse(running)),
      cancel: () => Promise.reject(new JobsStorageError('Cannot write /tmp/data: ENOSPC.')),
    };
    const app = createApp({ ...house.service, jobs });
    const response = await request(app).post(`/v1/jobs/${id}/cancel`).set(editor);
    assertProblem(response, 503, 'storage_unavailable');
  });
});

describe('GET /v1/jobs/{id}/events', () => {
  const watch = (path: string, headers: Record<string, string> = {}) =>
    fetch(path, { headers: { ...editor, ...headers } });

  it('tells each state once, in order, with the job as it is, and ends with the job', async () => {
    const { url, close } = await listen(house.app);
    const { full, open } = holdWrites(house.service);
    const [first, second] = [await upload(linesOf(1)), await upload(linesOf(700))];
    await full;
    const response = await watch(`${url}/v1/jobs/${second}/events`, { 'Accept-Encoding': 'gzip' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(response.headers.get('content-encoding')).toBeNull();
    const events: ReadEvent[] = [];
    for await (const event of readEvents(response)) {
      // Nothing is held back: the first event comes while the job waits.
      if (events.length === 0) open();
      events.push(event);
    }
    await wait(first);
    const states = events.filter(({ event }) => event === 'state').map(({ job }) => job.status);
    expect(states).toEqual(['queued', 'running', 'succeeded']);
    const last = events.at(-1);
    expect(last).toMatchObject({ event: 'state', job: { id: second, result: { indexed: 700 } } });
    const done = events.map(({ job }) => job.progress.done);
    expect(done.slice(1)).toEqual(done.slice(1).toSorted((a, b) => a - b));
    await close();
  });

  it.each(['application/json', '*/*', 'text/event-stream'])('takes Accept: %s', async (accept) => {
    const id = await upload(linesOf(1));
    await wait(id);
    const response = await get(`/v1/jobs/${id}/events`).set('Accept', accept);
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toMatch(/^text\/event-stream/);
    expect(response.text).toMatch(/^id: succeeded-\d+\nevent: state\ndata: \{.*\}\n\n$/);
  });

  it('tells a browser that comes back after the end that nothing will come', async () => {
    const id = await upload(linesOf(1));
    await wait(id);
    const { text } = await get(`/v1/jobs/${id}/events`);
    const last = /^id: (.*)$/m.exec(text)?.[1] ?? '';
    const again = await get(`/v1/jobs/${id}/events`).set('Last-Event-ID', last);
    expect([again.status, again.text]).toEqual([204, '']);
    const other = await get(`/v1/jobs/${id}/events`).set('Last-Event-ID', 'queued-0');
    expect(other.status).toBe(200);
  });

  it('answers HEAD without waiting', async () => {
    const { full, open } = holdWrites(house.service);
    const id = await upload(linesOf(1));
    await full;
    const response = await request(house.app).head(`/v1/jobs/${id}/events`).set(editor);
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toMatch(/^text\/event-stream/);
    open();
    await wait(id);
  });

  it('forgets a reader who leaves, and says meanwhile that it is still there', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { full, open } = holdWrites(house.service);
    const id = await upload(linesOf(1));
    await full;
    const left = gate();
    const events = house.service.jobs.events(id);
    const reader = events?.[Symbol.asyncIterator]();
    const watched = {
      [Symbol.asyncIterator]: () => ({
        next: () => reader?.next() ?? Promise.reject(new Error('no events')),
        return: () => {
          left.open();
          return reader?.return?.() ?? Promise.reject(new Error('no events'));
        },
      }),
    };
    const jobs = { ...house.service.jobs, events: () => watched };
    const { url, close } = await listen(createApp({ ...house.service, jobs }));
    const leaving = new AbortController();
    const response = await fetch(`${url}/v1/jobs/${id}/events`, {
      headers: editor,
      signal: leaving.signal,
    });
    const body = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await body?.read())?.value).toMatch(/^id: running-\d+\nevent: state\n/);
    vi.advanceTimersByTime(15_000);
    expect((await body?.read())?.value).toMatch(/^:.*\n\n$/);
    leaving.abort();
    await left.passed;
    open();
    vi.useRealTimers();
    await close();
    await wait(id);
  });

  it('ends when the service does', async () => {
    const other = await openHouse();
    const { url, close } = await listen(other.app);
    const { full, open } = holdWrites(other.service);
    const key = bearer(other.service, { role: 'editor' });
    const sent = await request(other.app)
      .post('/v1/documents')
      .set(key)
      .type('application/jsonl')
      .send(linesOf(1));
    await full;
    const { id } = JobSummary.parse(sent.body);
    const response = await fetch(`${url}/v1/jobs/${id}/events`, { headers: key });
    open();
    await Promise.all([response.text(), other.service.jobs.close()]);
    assertProblem(await request(other.app).get('/v1/jobs').set(key), 503, 'storage_unavailable');
    await close();
    await other.close();
  });
});

describe('a service that starts again', () => {
  it('goes on with what was queued', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'axtar-http-'));
    const compose = () =>
      composeService(readEnvironment({ AXTAR_DATA_DIR: dataDir, AXTAR_LOG_LEVEL: 'silent' }));
    const former = compose();
    const { full, open } = holdWrites(former);
    const key = bearer(former, { role: 'editor' });
    const ids: string[] = [];
    for (const [from, count] of [
      [0, 1],
      [1, 400],
    ] as const) {
      const sent = request(createApp(former)).post('/v1/documents').set(key);
      const answer = await sent.type('application/jsonl').send(linesOf(count, from));
      ids.push(JobSummary.parse(answer.body).id);
    }
    await full;
    const closed = former.close();
    open();
    await closed;
    const service = compose();
    const app = createApp(service);
    for (const id of ids) await service.jobs.wait(id, 30_000);
    const last = await request(app).get(`/v1/jobs/${ids[1]}`).set(key);
    expect(last.body).toMatchObject({ status: 'succeeded', result: { indexed: 400 } });
    expect((await service.engine.stats()).documents).toBe(401);
    await service.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
});
