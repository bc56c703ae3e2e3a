import { Meilisearch } from 'meilisearch';
import { afterAll, beforeEach, describe, vi, type RunnerTask, type TestContext } from 'vitest';
import type { SearchEngine } from '../../../../indexer/engine.js';
import type { EngineUnderTest, MakeEngine } from '../../../contract/test-index.js';
import type { TestServer } from '../server.js';
import type { Exchange } from './exchange.js';
import { ADVICE, createPlayer, type Player } from './player.js';
import { createRecorder } from './recorder.js';
import { readRecording, writeRecording } from './recording.js';
import { openSession } from './session.js';

/** A group of the contract, and those of its tests that ask something else in every run. */
export interface Group {
  readonly name: string;
  readonly contract: (makeEngine: MakeEngine) => void;
  readonly random?: ReadonlySet<string>;
}

/** Versions are numbered by the clock: it stands still, so that they are the same in every run. */
const NOW = Date.UTC(2025, 0, 1);

/** What a test needs, and how it is put away. */
type Begin = (context: TestContext) => Promise<{ engine: SearchEngine; end(): Promise<void> }>;

/** Runs the tests of a group, each with an engine of its own that `begin` makes. */
function runGroup({ contract, random }: Group, begin: Begin): void {
  let current: SearchEngine | undefined;
  beforeEach(async (context) => {
    context.skip(random?.has(context.task.name) === true, 'asks something else in every run');
    vi.useFakeTimers({ toFake: ['Date'], now: NOW });
    const { engine, end } = await begin(context);
    current = engine;
    return () => end().finally(vi.useRealTimers);
  });
  contract(() => Promise.resolve(inFrontOf(() => current)));
}

/** Passes every call on to the engine of the test that runs: a group has one for all its tests. */
function inFrontOf(current: () => SearchEngine | undefined): EngineUnderTest {
  const its = () => {
    const engine = current();
    if (!engine) throw new Error('No test runs.');
    return engine;
  };
  const engine: SearchEngine = {
    get capabilities() {
      return its().capabilities;
    },
    upsert: (documents) => its().upsert(documents),
    remove: (ids) => its().remove(ids),
    get: (id) => its().get(id),
    search: (query) => its().search(query),
    stats: () => its().stats(),
    articles: () => its().articles(),
    rebuild: (onProgress, signal) => its().rebuild(onProgress, signal),
    close: () => its().close(),
  };
  return { engine, dispose: () => Promise.resolve() };
}

/** Runs a group on its recording; a test fails whose requests are not those of the recording. */
export function replayGroup(group: Group): void {
  describe(group.name, () => {
    const recorded = readRecording(group.name);
    runGroup(group, async ({ task }) => {
      const own = recorded.filter(({ test }) => test === task.name);
      const session = await openSession((names) => createPlayer(own, names));
      const end = async () => {
        await session.close();
        complain(session.tape, task.result?.errors?.map(({ message }) => message) ?? []);
      };
      return { engine: session.engine, end };
    });
  });
}

/** Says what the test itself has not said. */
function complain({ unrecorded, missing }: Player, said: readonly string[]): void {
  const untold = [...unrecorded].filter((each) => !said.some((message) => message.includes(each)));
  if (untold.length > 0) throw new Error(untold.join('\n\n'));
  const [first, ...more] = unrecorded.size > 0 || said.length > 0 ? [] : missing();
  if (first === undefined) return;
  const others = more.length === 0 ? '' : ` (and ${more.length} more)`;
  throw new Error(`A recorded request was not made${others}: ${first}\n${ADVICE}`);
}

/** Runs a group on a real server, and records it when all its tests have passed. */
export function recordGroup(group: Group, server: () => TestServer): void {
  describe(group.name, () => {
    const exchanges: Exchange[] = [];
    let tests: readonly RunnerTask[] = [];
    runGroup(group, async ({ task }) => {
      tests = task.suite?.tasks ?? [];
      const session = await openSession((names) => createRecorder(task.name, server(), names));
      const end = async () => {
        await session.close();
        exchanges.push(...session.tape.exchanges);
        await deleteIndex(server(), session.index);
      };
      return { engine: session.engine, end };
    });
    afterAll(() => {
      const passed = tests.filter(({ result }) => result?.state === 'pass');
      if (passed.length === 0 || passed.length + (group.random?.size ?? 0) < tests.length)
        throw new Error(`The recording of "${group.name}" stays as it was: not all tests passed.`);
      if (new Set(passed.map(({ name }) => name)).size < passed.length)
        throw new Error(`Two tests of "${group.name}" have the same name.`);
      writeRecording(group.name, exchanges);
    });
  });
}

async function deleteIndex({ url, apiKey }: TestServer, index: string): Promise<void> {
  const key = apiKey === undefined ? {} : { apiKey };
  await new Meilisearch({ host: url, ...key }).deleteIndex(index).waitTask();
}
