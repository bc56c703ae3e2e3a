import { expect, it } from 'vitest';
import { EngineError } from '../../indexer/engine.js';
import { whenFree } from '../../src/jobs/when-free.js';

const held = () => Promise.reject(new EngineError('rebuild_running', 'Held.'));
const { signal } = new AbortController();

it('waits until the index is free', async () => {
  let tries = 0;
  const work = () => (++tries < 3 ? held() : Promise.resolve('done'));
  expect(await whenFree(work, signal, { longest: 60_000, every: 1 })).toBe('done');
  expect(tries).toBe(3);
});

it('gives up at last', async () => {
  const waiting = whenFree(held, signal, { longest: 20, every: 5 });
  await expect(waiting).rejects.toMatchObject({ code: 'rebuild_running' });
});

it('waits for nothing else', async () => {
  let tries = 0;
  const work = () => {
    tries++;
    return Promise.reject(new EngineError('unavailable', 'Away.'));
  };
  await expect(whenFree(work, signal)).rejects.toMatchObject({ code: 'unavailable' });
  expect(tries).toBe(1);
});

it('stops waiting when the job is canceled', async () => {
  const job = new AbortController();
  const waiting = whenFree(held, job.signal, { longest: 60_000, every: 60_000 });
  setTimeout(() => job.abort(), 5);
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
});
