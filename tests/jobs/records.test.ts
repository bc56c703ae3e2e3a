import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_RECORD_BYTES } from '../../indexer/sources/source.js';
import { EngineError } from '../../indexer/engine.js';
import type { Jobs } from '../../src/jobs/jobs.js';
import { JSON_ARRAY, linesOf, makePlace, NDJSON, runUpload, type Place } from './place.js';

let place: Place;
let jobs: Jobs;
beforeEach(() => {
  place = makePlace();
  jobs = place.open();
});
afterEach(() => place.close());

const titles = () => [...place.engine.documents.values()].map(({ article }) => article.title);

describe('an upload', () => {
  it('of lines is indexed; bad lines are told and left out', async () => {
    const text = `${linesOf(2)}\n\n{"title":"x","date":"dünən","url":"y"}\nnot json\n{"title":"son"}`;
    const job = await runUpload(jobs, text, NDJSON);
    expect(job).toMatchObject({
      kind: 'documents.add',
      status: 'succeeded',
      result: { indexed: 3, skipped: 2 },
      progress: { unit: 'bytes', done: Buffer.byteLength(text), total: Buffer.byteLength(text) },
    });
    expect(titles()).toEqual(['Başlıq 0', 'Başlıq 1', 'son']);
    expect(job?.errors).toEqual([
      { line: 4, path: 'url', message: 'expected an http or https address' },
      { line: 5, message: expect.stringMatching(/^not valid JSON: /) as string },
    ]);
    expect(place.files()).toEqual([`${job?.id}.json`]);
  });

  it('of an array says line and path of each field, also over several lines', async () => {
    const records = [{ title: 'bir' }, { title: 'iki', date: 'dünən' }, { tags: [1], title: 2 }];
    const job = await runUpload(jobs, JSON.stringify(records, null, 2), JSON_ARRAY);
    expect(job).toMatchObject({ status: 'succeeded', result: { indexed: 1, skipped: 2 } });
    expect(job?.errors).toEqual([
      {
        line: 5,
        path: '[1].date',
        message: 'expected a date such as 2025-10-23T17:08:00+04:00, received "dünən"',
      },
      { line: 9, path: '[2].title', message: expect.stringContaining('string') as string },
      { line: 9, path: '[2].tags', message: 'Invalid input' },
    ]);
  });

  it.each([
    ['[\n{"title":"bir"},\n{"title":oops},\n{"title":"üç"}]', 3, '[1]', /^not valid JSON/],
    ['[\n{"title":"bir"},\n{"title":"ik', 3, '[1]', /^the array is not closed$/],
    ['[\n{"title":"bir"}\n{"title":"iki"}]', 2, '[0]', /^not valid JSON/],
    ['[\n{"title":"bir"}],\nson', 3, '[1]', /^not valid JSON/],
  ])('that is broken keeps what came before: %j', async (text, line, path, message) => {
    const job = await runUpload(jobs, text, JSON_ARRAY);
    expect(job).toMatchObject({ status: 'failed', error: { line, path } });
    expect(job?.error?.message).toMatch(message);
    expect(job?.errors).toEqual([job?.error]);
    const before = path === '[0]' ? [] : ['bir'];
    expect(titles()).toEqual(before);
    expect(job?.result).toEqual({ indexed: before.length, skipped: 1 });
  });

  it('of one object is one record', async () => {
    const job = await runUpload(jobs, '{\n"id":"a","title":"tək"}', JSON_ARRAY);
    expect(job).toMatchObject({ status: 'succeeded', result: { indexed: 1, skipped: 0 } });
    expect([...place.engine.documents.keys()]).toEqual(['a']);
  });

  it('of nothing usable has failed; an empty one has not', async () => {
    expect(await runUpload(jobs, '{}\n7', NDJSON)).toMatchObject({
      status: 'failed',
      result: { indexed: 0, skipped: 2 },
      error: { message: expect.stringContaining('2 left out') as string },
    });
    expect(await runUpload(jobs, '[]', JSON_ARRAY)).toMatchObject({ status: 'succeeded' });
  });

  it('reports a record that is too large, and goes on', async () => {
    const large = JSON.stringify({ title: 'x'.repeat(MAX_RECORD_BYTES) });
    const job = await runUpload(jobs, `[${large},\n{"title":"iki"}]`, JSON_ARRAY);
    expect(job).toMatchObject({ status: 'succeeded', result: { indexed: 1, skipped: 1 } });
    expect(job?.errors).toEqual([
      { line: 1, path: '[0]', message: 'the record is larger than 8 MB' },
    ]);
  });

  it('quotes no more of a value than can be read', async () => {
    const job = await runUpload(jobs, `{"title":"x","date":"${'7'.repeat(5000)}"}`, NDJSON);
    expect(job?.errors?.[0]?.message.length).toBeLessThan(600);
  });

  it('keeps the first thousand errors and counts the others', async () => {
    const job = await runUpload(jobs, `${'{"title":7}\n'.repeat(1500)}{"title":"bir"}`, NDJSON);
    expect(job).toMatchObject({ result: { indexed: 1, skipped: 1500 }, errorsOmitted: 500 });
    expect(job?.errors).toHaveLength(1000);
    expect(job?.errors?.at(-1)?.line).toBe(1000);
  });

  it('replaces the records of the same upload before, also those without id', async () => {
    const text = '{"title":"bir"}\n{"title":"iki"}';
    await runUpload(jobs, text, NDJSON);
    await runUpload(jobs, text, NDJSON);
    expect(titles()).toEqual(['bir', 'iki']);
  });

  it('says which documents the engine has refused', async () => {
    place.engine.refused.add('7');
    const job = await runUpload(jobs, linesOf(700), NDJSON);
    expect(job).toMatchObject({ status: 'succeeded', result: { indexed: 699, skipped: 1 } });
    expect(job?.errors).toEqual([{ id: '7', message: 'too strange' }]);
  });

  it('fails with the words of the engine, and says what was done', async () => {
    place.engine.beforeUpsert = () => {
      if (place.engine.documents.size > 0) throw new EngineError('unavailable', 'No room.');
    };
    const job = await runUpload(jobs, linesOf(700), NDJSON);
    expect(job).toMatchObject({
      status: 'failed',
      error: { message: 'No room.' },
      result: { indexed: 300, skipped: 0 },
    });
  });

  it('keeps an unexpected failure for the log', async () => {
    place.engine.beforeUpsert = () => {
      throw new TypeError('secret');
    };
    const job = await runUpload(jobs, linesOf(1), NDJSON);
    expect(job?.status).toBe('failed');
    expect(JSON.stringify(job)).not.toContain('secret');
    expect(place.notices.join()).toMatch(`[job ${job?.id}] TypeError: secret`);
  });
});
