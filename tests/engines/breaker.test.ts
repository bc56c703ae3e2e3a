import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { EngineError, type SearchEngine } from '../../indexer/engine.js';
import { withBreaker } from '../../src/engines/breaker.js';

const SETTINGS = { mostFailures: 3, rest: 2_000, silence: 500 };
const STATS = { revision: '1', documents: 1, words: 1, bytes: 1, analysis: 'a' };
const never = () => new Promise<never>(() => undefined);
const away = () => Promise.reject(new EngineError('unavailable', 'Away.'));

/** An engine of which only some calls are made, with how often it was asked. */
function createFake() {
  let mood: () => Promise<never> | undefined = () => undefined;
  const asked = { get: 0, stats: 0, upsert: 0 };
  const unused = () => Promise.reject(new Error('not asked here'));
  const engine: SearchEngine = {
    capabilities: { name: 'fake', maxHits: 10, rankedHits: 10, writesAtOnce: 1 },
    upsert: () => {
      asked.upsert++;
      return Promise.resolve();
    },
    get: () => {
      asked.get++;
      return mood() ?? Promise.resolve(undefined);
    },
    stats: () => {
      asked.stats++;
      return mood() ?? Promise.resolve(STATS);
    },
    remove: unused,
    search: unused,
    articles: async function* () {},
    rebuild: unused,
    close: () => Promise.resolve(),
  };
  return { engine, asked, behave: (now: typeof mood) => void (mood = now) };
}

const outcomeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'answered',
    (error: unknown) => (error instanceof Error ? error.message : 'failed'),
  );

let fake: ReturnType<typeof createFake>;
let engine: SearchEngine;
beforeEach(() => {
  vi.useFakeTimers();
  fake = createFake();
  engine = withBreaker(fake.engine, SETTINGS);
});
afterEach(() => vi.useRealTimers());

async function getTimes(count: number): Promise<string[]> {
  const outcomes = [];
  for (let at = 0; at < count; at++) outcomes.push(await outcomeOf(engine.get('a')));
  return outcomes;
}

const RESTING: unknown = expect.stringMatching(/asked again in a moment/);

it('leaves an engine alone that has failed too often', async () => {
  fake.behave(away);
  expect(await getTimes(5)).toEqual(['Away.', 'Away.', 'Away.', RESTING, RESTING]);
  expect(await outcomeOf(engine.stats())).toEqual(RESTING);
  expect(fake.asked).toMatchObject({ get: 3, stats: 0 });
});

it('lets one call through after a rest, and all when that is answered', async () => {
  fake.behave(away);
  await getTimes(3);
  vi.advanceTimersByTime(SETTINGS.rest);
  expect(await getTimes(2)).toEqual(['Away.', RESTING]);
  fake.behave(() => undefined);
  expect(await getTimes(1)).toEqual([RESTING]);
  vi.advanceTimersByTime(SETTINGS.rest);
  expect(await getTimes(3)).toEqual(['answered', 'answered', 'answered']);
});

it('asks once at a time when many come after the rest', async () => {
  fake.behave(away);
  await getTimes(3);
  vi.advanceTimersByTime(SETTINGS.rest);
  const many = await Promise.all(Array.from({ length: 5 }, () => outcomeOf(engine.get('a'))));
  expect(many.filter((outcome) => outcome === 'Away.')).toHaveLength(1);
});

it('counts a call that is never answered', async () => {
  fake.behave(never);
  for (let at = 0; at < 3; at++) void engine.get('a');
  vi.advanceTimersByTime(SETTINGS.silence);
  expect(await outcomeOf(engine.get('a'))).toEqual(RESTING);
  expect(fake.asked.get).toBe(3);
});

it('lets writes through always', async () => {
  fake.behave(away);
  await getTimes(4);
  await engine.upsert([]);
  expect(fake.asked.upsert).toBe(1);
});

it.each([
  ['a failure of another kind', () => Promise.reject(new EngineError('index_locked', 'Locked.'))],
  ['a mistake of ours', () => Promise.reject(new TypeError('Locked.'))],
])('does not hold %s against the engine', async (_, mood) => {
  fake.behave(mood);
  expect(await getTimes(5)).toEqual(Array.from({ length: 5 }, () => 'Locked.'));
});

it('begins to count anew with every answer', async () => {
  fake.behave(away);
  await getTimes(2);
  fake.behave(() => undefined);
  await getTimes(1);
  fake.behave(away);
  expect(await getTimes(2)).toEqual(['Away.', 'Away.']);
});
