import fc from 'fast-check';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createDrainer,
  RefusedError,
  type Drainer,
} from '../../../src/engines/meilisearch/drain.js';
import type { DrainerOptions } from '../../../src/engines/meilisearch/drain.js';
import type { Operation, Outbox } from '../../../src/engines/meilisearch/outbox.js';
import { watch } from '../../contract/test-index.js';
import { startChild } from '../embedded/child.js';
import { createServer, idsOf, POISON, type FakeServer, type Mood } from './drain-server.js';
import { deletion, makeOutboxFolder, put, type OutboxFolder } from './outbox-operations.js';

let folder: OutboxFolder;
let outbox: Outbox;
let server: FakeServer;
let drainers: Drainer[];
let slept: number[];

beforeEach(() => {
  folder = makeOutboxFolder();
  outbox = folder.open();
  server = createServer();
  [drainers, slept] = [[], []];
});
afterEach(async () => {
  await Promise.all(drainers.map((drainer) => drainer.close()));
  folder.remove();
  expect(server.faults).toEqual([]);
});

const noteSleep = async (ms: number) => {
  slept.push(ms);
  await setImmediate();
};

/** Ends with its signal alone. */
const sleepForEver = (_: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));

function open(options: Partial<DrainerOptions> = {}): Drainer {
  const { lockFile } = folder;
  const drainer = createDrainer({
    outbox,
    lockFile,
    send: server.send,
    sleep: noteSleep,
    ...options,
  });
  drainers.push(drainer);
  return drainer;
}

/** A step that others wait at until it is opened. */
function createGate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

/** A server that begins to answer when the gate is opened; `reached` when it has got a batch. */
function sendThrough(gate: ReturnType<typeof createGate>, reached = createGate()) {
  const send: DrainerOptions['send'] = async (batch) => {
    reached.open();
    await gate.opened;
    return server.send(batch);
  };
  return { send, reached: reached.opened };
}

const sent = () => server.batches.map(idsOf);

describe('flush', () => {
  it('sends what waits, the last operation on each document', async () => {
    const last = outbox.append([put('a', 1), put('b'), put('a', 2), deletion('b'), deletion('c')]);
    expect(await open().flush(last)).toBe('sent');
    expect(sent()).toEqual([['a', '-b', '-c']]);
    expect([...server.documents]).toEqual([['pk-a', '2']]);
    expect(outbox.pending().entries).toBe(0);
  });

  it('sends together what comes while a batch is under way', async () => {
    const gate = createGate();
    const { send, reached } = sendThrough(gate);
    const drainer = open({ send });
    const flushed = [drainer.flush(outbox.append([put('a')]))];
    await reached;
    for (const id of ['b', 'c', 'b', 'd']) flushed.push(drainer.flush(outbox.append([put(id)])));
    gate.open();
    expect(new Set(await Promise.all(flushed))).toEqual(new Set(['sent']));
    expect(sent()).toEqual([['a'], ['b', 'c', 'd']]);
  });

  it('sends no more than 10 MB at once, unless one document is larger', async () => {
    const sizes = { a: 4e6, b: 4e6, c: 4e6, d: 11e6, e: 1 };
    const puts = Object.entries(sizes).map(([id, size]) => put(id, 'x'.repeat(size)));
    expect(await open().flush(outbox.append(puts))).toBe('sent');
    expect(sent()).toEqual([['a', 'b'], ['c'], ['d'], ['e']]);
  });

  it('has nothing to do for what was sent', async () => {
    const drainer = open();
    const last = outbox.append([put('a')]);
    await drainer.flush(last);
    expect(await drainer.flush(last)).toBe('sent');
    expect(sent()).toHaveLength(1);
  });

  it('passes on what sending meets, keeps the writes, and tries again by itself', async () => {
    let isBroken = true;
    const notices: string[] = [];
    const drainer = open({
      send: (batch) => (isBroken ? Promise.reject(new Error('no key')) : server.send(batch)),
      onNotice: (notice) => notices.push(notice),
    });
    await expect(drainer.flush(outbox.append([put('a')]))).rejects.toThrow('no key');
    await expect(drainer.flush(outbox.append([put('b')]))).rejects.toThrow('no key');
    isBroken = false;
    await untilSettled();
    expect(sent()).toEqual([['a', 'b']]);
    expect(notices).toEqual([
      'Writes wait to be sent to Meilisearch: no key',
      'Writes are sent to Meilisearch again.',
    ]);
  });
});

async function untilSettled(): Promise<void> {
  while (outbox.pending().entries > 0) await setImmediate();
  // The round that has settled the last one ends after that.
  await setImmediate();
}

describe('while the server is away', () => {
  it('writes are kept at once, and tried again by nobody but the background', async () => {
    server.moods.push('away');
    const drainer = open({ sleep: sleepForEver });
    expect(await drainer.flush(outbox.append([put('a')]))).toBe('kept');
    expect(await drainer.flush(outbox.append([put('b')]))).toBe('kept');
    expect(sent()).toEqual([['a']]);
    expect(outbox.pending().entries).toBe(2);
  });

  it('it is tried again, ever more seldom, until everything is sent', async () => {
    server.moods.push(...Array<Mood>(12).fill('away'));
    const drainer = open();
    expect(await drainer.flush(outbox.append([put('a', 1)]))).toBe('kept');
    outbox.append([put('a', 2)]);
    await untilSettled();
    expect([...server.documents]).toEqual([['pk-a', '2']]);
    expect(slept).toHaveLength(12);
    for (const [failures, ms] of slept.entries()) {
      const span = Math.min(30_000, 500 * 2 ** failures);
      expect(ms).toBeGreaterThanOrEqual(span / 2);
      expect(ms).toBeLessThanOrEqual(span);
    }
    expect(await drainer.flush(outbox.append([put('b')]))).toBe('sent');
  });

  it('who writes on and on leaves the background its time', async () => {
    server.moods.push('away');
    const drainer = open();
    const answers = new Set<string>();
    for (let writes = 0; writes < 200 && !answers.has('sent'); writes++) {
      answers.add(await drainer.flush(outbox.append([put('a')])));
    }
    expect([...answers]).toEqual(['kept', 'sent']);
  });

  it('says once that it went, and once that it came back', async () => {
    const notices: string[] = [];
    server.moods.push('away', 'half', 'mute');
    await open({ onNotice: (notice) => notices.push(notice) }).flush(outbox.append([put('a')]));
    await untilSettled();
    expect(notices).toEqual([
      'Writes wait to be sent to Meilisearch: connection refused',
      'Writes are sent to Meilisearch again.',
    ]);
  });
});

describe('a refused document', () => {
  const bad = (id: string) => put(id, POISON);
  const many = Array.from({ length: 20 }, (_, at) => put(`good${at}`));

  it('is found among others, which are sent', async () => {
    const operations = [...many.slice(0, 7), bad('x'), ...many.slice(7), deletion('z'), bad('y')];
    const flushed = open().flush(outbox.append(operations));
    await expect(flushed).rejects.toThrow(RefusedError);
    await expect(flushed).rejects.toThrow('x: poisoned; y: poisoned');
    await expect(flushed).rejects.toMatchObject({
      refusals: [
        { id: 'x', reason: 'poisoned' },
        { id: 'y', reason: 'poisoned' },
      ],
    });
    expect(server.documents.size).toBe(20);
    expect(outbox.refused().map(({ seq, id }) => [seq, id])).toEqual([
      [8, 'x'],
      [23, 'y'],
    ]);
  });

  it('is not searched for when the server names it', async () => {
    server.namesGuilty = true;
    const flushed = open().flush(outbox.append([...many, bad('x')]));
    await expect(flushed).rejects.toThrow('x: poisoned');
    expect(server.batches.map(({ puts }) => puts.length)).toEqual([21, 20]);
  });

  it('is told to its writer alone', async () => {
    const gate = createGate();
    const { send, reached } = sendThrough(gate);
    const drainer = open({ send });
    const flushed = [drainer.flush(outbox.append([put('a')]))];
    await reached;
    const appended = [[put('b')], [bad('x'), put('c')], [put('d')]];
    flushed.push(...appended.map((operations) => drainer.flush(outbox.append(operations))));
    gate.open();
    const outcomes = await Promise.allSettled(flushed);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
  });

  it('leaves the document as it was written before', async () => {
    const operations = [put('a', 1), put('b'), put('a', 2), bad('a'), bad('b'), deletion('b')];
    await expect(open().flush(outbox.append(operations))).rejects.toThrow('a: poisoned');
    expect([...server.documents]).toEqual([['pk-a', '2']]);
    expect(outbox.refused().map(({ seq }) => seq)).toEqual([4]);
  });
});

describe('with several processes', () => {
  it('one sends for all', async () => {
    const gate = createGate();
    const { send, reached } = sendThrough(gate);
    const first = open({ send }).flush(outbox.append([put('a')]));
    await reached;
    const other = folder.open();
    const waited = createGate();
    const second = open({
      outbox: other,
      sleep: async (ms) => {
        slept.push(ms);
        if (slept.length === 12) waited.open();
        await setImmediate();
      },
    }).flush(other.append([put('b')]));
    await waited.opened;
    expect(sent()).toEqual([]);
    expect(slept.slice(0, 2)).toEqual([20, 30]);
    expect(slept[11]).toBe(200);
    gate.open();
    expect(await Promise.all([first, second])).toEqual(['sent', 'sent']);
    expect(sent()).toEqual([['a'], ['b']]);
  });

  it('another goes on when one is killed while it sends', async () => {
    const last = outbox.append([put('a'), put('b')]);
    const child = startChild('../../meilisearch/children/sender.mjs', folder.file, folder.lockFile);
    expect(await child.lines.next()).toEqual({ value: 'a b', done: false });
    const { isBusy } = watch(open().flush(last));
    while (slept.length < 5) await setImmediate();
    expect(isBusy()).toBe(true);
    await child.kill();
    await untilSettled();
    expect(sent()).toEqual([['a', 'b']]);
  });

  it('wake sends what another has left', async () => {
    outbox.append([put('a')]);
    open({ outbox: folder.open() }).wake();
    await untilSettled();
    expect(sent()).toEqual([['a']]);
  });
});

describe('pause', () => {
  it('waits for the batch under way, and nobody sends until its work is over', async () => {
    const gate = createGate();
    const { send, reached } = sendThrough(gate);
    const [one, other] = [open({ send }), open({ outbox: folder.open() })];
    const first = one.flush(outbox.append([put('a')]));
    await reached;
    const flushed: Promise<unknown>[] = [first];
    const paused = other.pause(async () => {
      expect(sent()).toEqual([['a']]);
      const mark = outbox.keepFrom(0);
      for (const drainer of [one, other]) flushed.push(drainer.flush(outbox.append([put('b')])));
      const before = slept.length;
      while (slept.length < before + 10) await setImmediate();
      expect(sent()).toEqual([['a']]);
      return outbox.journal(mark, 10).length;
    });
    gate.open();
    expect(await paused).toBe(2);
    expect(await Promise.all(flushed)).toEqual(['sent', 'sent', 'sent']);
    expect(sent().slice(1).flat()).toContain('b');
  });

  it('has its turn though others send without end', async () => {
    const [one, other] = [open(), open({ outbox: folder.open() })];
    let isOver = false;
    const flood = async () => {
      while (!isOver) await one.flush(outbox.append([put('a')]));
    };
    const flooded = flood();
    await other.pause(() => Promise.resolve());
    isOver = true;
    await flooded;
    expect(outbox.pending().entries).toBe(0);
  });

  it('ends when its work fails', async () => {
    const drainer = open();
    const failing = drainer.pause(() => Promise.reject(new Error('no swap')));
    await expect(failing).rejects.toThrow('no swap');
    expect(await drainer.flush(outbox.append([put('a')]))).toBe('sent');
  });
});

describe('close', () => {
  it('finishes the batch and keeps the rest', async () => {
    const gate = createGate();
    const { send, reached } = sendThrough(gate);
    const drainer = open({ send });
    const first = drainer.flush(outbox.append([put('a')]));
    await reached;
    const second = drainer.flush(outbox.append([put('b')]));
    const closed = drainer.close();
    gate.open();
    await closed;
    expect(await Promise.all([first, second])).toEqual(['sent', 'kept']);
    expect(sent()).toEqual([['a']]);
    expect(outbox.pending().entries).toBe(1);
  });

  it('ends the wait for a server that is away', async () => {
    server.moods.push('away');
    const drainer = open({ sleep: sleepForEver });
    await drainer.flush(outbox.append([put('a')]));
    await drainer.close();
    expect(sent()).toEqual([['a']]);
  });

  it('waits for a pause, and ends the wait for one', async () => {
    const [gate, begun] = [createGate(), createGate()];
    const [one, other] = [open(), open()];
    const paused = one.pause(async () => {
      begun.open();
      await gate.opened;
    });
    await begun.opened;
    const second = other.pause(() => Promise.resolve('done'));
    await Promise.all([other.close(), expect(second).rejects.toThrow('The engine is closed.')]);
    const { isBusy } = watch(one.close());
    await setImmediate();
    expect(isBusy()).toBe(true);
    gate.open();
    await paused;
  });

  it('is the end', async () => {
    const drainer = open();
    await drainer.close();
    const closed = { code: 'unavailable', message: 'The engine is closed.' };
    const last = outbox.append([put('a')]);
    await expect(drainer.flush(last)).rejects.toMatchObject(closed);
    await expect(drainer.pause(() => Promise.resolve())).rejects.toMatchObject(closed);
    drainer.wake();
    await setImmediate();
    expect(sent()).toEqual([]);
    await drainer.close();
  });
});

describe('whatever happens', () => {
  const document = fc.oneof({ weight: 8, arbitrary: fc.nat() }, fc.constant(POISON));
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const operation: fc.Arbitrary<Operation> = fc.oneof(
    fc.tuple(id, document).map(([name, value]) => put(name, value)),
    id.map(deletion),
  );
  const step = fc.record({
    by: fc.constantFrom(0, 1),
    operations: fc.array(operation, { minLength: 1, maxLength: 6 }),
    waits: fc.boolean(),
  });
  const moods = fc.array(fc.constantFrom<Mood>('well', 'away', 'half', 'mute'), { maxLength: 12 });

  /** What must be there: the last operation on each document that is not invalid. */
  function expected(operations: readonly Operation[]): Map<string, string> {
    const documents = new Map<string, string>();
    for (const one of operations) {
      if (one.kind === 'delete') documents.delete(one.pk);
      else if (!one.document.includes(POISON)) documents.set(one.pk, one.document);
    }
    return documents;
  }

  it('the server ends with the last operation on every document', async () => {
    const property = fc.asyncProperty(
      fc.array(step),
      moods,
      fc.boolean(),
      async (steps, ...mood) => {
        server = createServer();
        server.moods.push(...mood[0]);
        server.namesGuilty = mood[1];
        const outboxes = [outbox, folder.open()];
        const senders = outboxes.map((own) => open({ outbox: own }));
        const flushed: Promise<unknown>[] = [];
        for (const { by, operations, waits } of steps) {
          const seq = outboxes[by]?.append(operations) ?? 0;
          flushed.push(Promise.allSettled([senders[by]?.flush(seq)]));
          if (waits) await setImmediate();
        }
        await Promise.all(flushed);
        await untilSettled();
        expect(server.faults).toEqual([]);
        const all = steps.flatMap(({ operations }) => operations);
        expect(new Map([...server.documents].sort())).toEqual(new Map([...expected(all)].sort()));
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });
});
