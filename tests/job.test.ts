import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { DocumentsRefusedError } from '../indexer/engine.js';
import { runIndexJob, type JobDeps, type JobEvent } from '../indexer/job.js';
import { listInputs } from '../indexer/sources/read.js';
import { composeIndexing } from '../src/compose.js';

const COUNT = 1000;
const { toArticle, toDocument } = composeIndexing();
const folder = mkdtempSync(join(tmpdir(), 'axtar-job-'));
afterAll(() => rmSync(folder, { recursive: true }));

const lines = Array.from({ length: COUNT }, (_, at) =>
  JSON.stringify({ id: `${at}`, title: `Başlıq ${at}`, body: 'Mətn.' }),
);
writeFileSync(join(folder, 'articles.ndjson'), lines.join('\n'));

async function run(deps: Pick<JobDeps, 'push'> & Partial<JobDeps>) {
  const events: JobEvent[] = [];
  const files = await listInputs([folder]);
  const onEvent = (event: JobEvent) => events.push(event);
  const counts = await runIndexJob(files, { toArticle, toDocument, onEvent, ...deps });
  return { counts, skipped: events.filter((event) => event.type === 'skipped') };
}

/** Takes batches once so many are on their way, and notes how many were at once. */
function slowEngine(atOnce = 1) {
  let [now, most] = [0, 0];
  const enough = new EventEmitter();
  return {
    most: () => most,
    push: async () => {
      now++;
      most = Math.max(most, now);
      if (most < atOnce) await once(enough, 'enough');
      enough.emit('enough');
      await new Promise((resolve) => setImmediate(resolve));
      now--;
    },
  };
}

it.each([1, 3])('has at most %i batches on their way', async (atOnce) => {
  const { push, most } = slowEngine(atOnce);
  const { counts } = await run({ push, atOnce });
  expect(counts).toEqual({ documents: COUNT, skipped: 0 });
  expect(most()).toBe(atOnce);
});

it('reports what the engine refuses, and goes on', async () => {
  const refusals = [{ id: '7', reason: 'too strange' }];
  const { counts, skipped } = await run({
    push: (documents) =>
      documents.some(({ article }) => article.id === '7')
        ? Promise.reject(new DocumentsRefusedError(refusals))
        : Promise.resolve(),
  });
  expect(counts).toEqual({ documents: COUNT - 1, skipped: 1 });
  expect(skipped).toEqual([{ type: 'skipped', place: '7', id: '7', reason: 'too strange' }]);
});

it('ends with the failure of a batch', async () => {
  const push = () => Promise.reject(new Error('no room'));
  await expect(run({ push, atOnce: 3 })).rejects.toThrow('no room');
});

it('stops between two batches and counts what was pushed', async () => {
  const stop = new AbortController();
  const { push } = slowEngine();
  const { counts } = await run({
    push: async () => {
      stop.abort();
      await push();
    },
    signal: stop.signal,
  });
  expect(counts.documents).toBeGreaterThan(0);
  expect(counts.documents).toBeLessThan(COUNT);
});

it.each([
  [true, 1],
  [false, 2],
])('stops at malformed bytes when asked (%s)', async (stopAtMalformed, documents) => {
  const path = join(folder, `broken-${documents}.json`);
  writeFileSync(path, '[{"title":"bir"},\n{"title":oops},\n{"title":"üç"}]');
  const events: JobEvent[] = [];
  const counts = await runIndexJob(await listInputs([path]), {
    ...{ toArticle, toDocument, stopAtMalformed },
    push: () => Promise.resolve(),
    onEvent: (event) => events.push(event),
  });
  expect(counts).toEqual({ documents, skipped: 1 });
  const skipped = events.filter((event) => event.type === 'skipped');
  expect(skipped.map(({ place, malformed }) => [place, malformed])).toEqual([
    [`${path}:2[1]`, true],
  ]);
});

it('names the fields of a record that cannot be used', async () => {
  const path = join(folder, 'bad.ndjson');
  writeFileSync(path, '{"title":1,"url":"x"}\n');
  const problems: unknown[] = [];
  await runIndexJob(await listInputs([path]), {
    ...{ toArticle, toDocument },
    push: () => Promise.resolve(),
    onEvent: (event) => problems.push('problems' in event && event.problems),
  });
  expect(problems).toEqual([
    [
      { path: 'title', message: 'Invalid input: expected string, received number' },
      { path: 'url', message: 'expected an http or https address' },
    ],
  ]);
});
