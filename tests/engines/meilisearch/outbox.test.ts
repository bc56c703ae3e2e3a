import fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { EngineError } from '../../../indexer/engine.js';
import { openDatabase } from '../../../src/engines/database.js';
import { openOutbox, type Entry } from '../../../src/engines/meilisearch/outbox.js';
import { drain, startChild } from '../embedded/child.js';
import { deletion, makeOutboxFolder, put, type OutboxFolder } from './outbox-operations.js';

let folder: OutboxFolder;
beforeEach(() => {
  folder = makeOutboxFolder();
});
afterEach(() => folder.remove());

const seqsOf = (entries: readonly Entry[]) => entries.map(({ seq }) => seq);
const idsOf = (entries: readonly Entry[]) => entries.map(({ id }) => id);
const all = [1e9, 1e6] as const;

/** An outbox in which these documents wait, numbered from 1. */
function openWith(...ids: readonly string[]) {
  const outbox = folder.open();
  outbox.append(ids.map((id) => put(id)));
  return outbox;
}

describe('append', () => {
  it('numbers entries in their order, on and on, and gives them back as they came', () => {
    const outbox = folder.open();
    expect(outbox.lastSeq()).toBe(0);
    expect(outbox.append([put('a', { title: 'Şəki' }), deletion('b')])).toBe(2);
    outbox.done([1, 2]);
    expect(outbox.append([put('c')])).toBe(3);
    outbox.done([3]);
    expect(folder.open().append([put('a')])).toBe(4);
    expect(outbox.waiting(...all)).toEqual([{ ...put('a'), seq: 4 }]);
    expect(outbox.lastSeq()).toBe(4);
  });

  it('keeps every text unharmed', () => {
    const outbox = folder.open();
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, text, (pk, id, title) => {
        const operation = { kind: 'put', pk, id, document: JSON.stringify({ title }) } as const;
        const seq = outbox.append([operation, { kind: 'delete', pk, id }]);
        const [first, second] = outbox.waiting(...all);
        expect(first).toEqual({ ...operation, seq: seq - 1 });
        expect(second).toEqual({ kind: 'delete', pk, id, seq });
        outbox.done([seq - 1]);
        outbox.refuse(seq, title);
        expect(outbox.refused().at(-1)).toMatchObject({ seq, id, reason: title });
      }),
    );
  });

  it('appends nothing when given nothing', () => {
    const outbox = openWith('a');
    expect(outbox.append([])).toBe(1);
    expect(outbox.pending().entries).toBe(1);
  });

  it('says what to do when too much waits, and takes all or nothing', () => {
    const outbox = folder.open({ limit: 1000 });
    outbox.append([put('a', 'x'.repeat(600))]);
    const tooMuch = () => outbox.append([put('b'), put('c', 'x'.repeat(600))]);
    expect(tooMuch).toThrow(EngineError);
    expect(tooMuch).toThrow(/1000 bytes would wait.*See that Meilisearch runs/);
    expect(idsOf(outbox.waiting(...all))).toEqual(['a']);
    outbox.done([1]);
    expect(tooMuch()).toBe(3);
  });
});

describe('waiting', () => {
  it('gives the oldest, up to both limits, and one at least', () => {
    const outbox = openWith('a', 'b', 'c', 'd');
    const size = outbox.pending().bytes / 4;
    expect(outbox.pending()).toEqual({ entries: 4, bytes: 4 * size });
    expect(idsOf(outbox.waiting(1e9, 3))).toEqual(['a', 'b', 'c']);
    expect(idsOf(outbox.waiting(2 * size, 100))).toEqual(['a', 'b']);
    expect(idsOf(outbox.waiting(2 * size - 1, 100))).toEqual(['a']);
    expect(idsOf(outbox.waiting(1, 100))).toEqual(['a']);
    outbox.done([1, 3]);
    expect(idsOf(outbox.waiting(...all))).toEqual(['b', 'd']);
    expect(outbox.pending()).toEqual({ entries: 2, bytes: 2 * size });
  });
});

describe('isSettled', () => {
  it('tells each writer what became of what it appended, in any process', () => {
    const outbox = folder.open();
    const other = folder.open();
    const first = outbox.append([put('a'), put('b')]);
    const second = other.append([put('c')]);
    expect([first, second].map(outbox.isSettled)).toEqual(['waiting', 'waiting']);
    outbox.done([2]);
    expect(outbox.isSettled(first)).toBe('waiting');
    other.refuse(1, 'no such field');
    expect(outbox.isSettled(first)).toMatchObject({
      refused: [{ id: 'a', reason: 'no such field' }],
    });
    expect(outbox.isSettled(second)).toBe('waiting');
    outbox.done([3]);
    expect(other.isSettled(second)).toBe('sent');
    expect(other.isSettled(first)).toEqual({ refused: other.refused() });
  });
});

describe('refuse', () => {
  it('keeps what was refused, why and when', () => {
    const outbox = folder.open({ now: () => Date.UTC(2026, 0, 2, 3, 4, 5) });
    outbox.append([put('a'), put('b')]);
    outbox.refuse(2, 'too long');
    const refused = [{ seq: 2, id: 'b', reason: 'too long', at: '2026-01-02T03:04:05.000Z' }];
    expect(outbox.refused()).toEqual(refused);
    expect(idsOf(outbox.waiting(...all))).toEqual(['a']);
    expect(folder.open().refused()).toEqual(refused);
  });

  it('cannot take back what was sent', () => {
    const outbox = openWith('a');
    outbox.keepFrom(0);
    outbox.done([1]);
    outbox.refuse(1, 'late');
    expect(outbox.refused()).toEqual([]);
    expect(idsOf(outbox.journal(0, 10))).toEqual(['a']);
  });
});

describe('the journal', () => {
  it('keeps what was sent while there is a mark, for all processes', () => {
    const outbox = openWith('a', 'b');
    outbox.done([1]);
    expect(outbox.keepFrom(0)).toBe(2);
    const other = folder.open();
    other.append([put('c'), deletion('a')]);
    other.done([2, 3]);
    expect(outbox.journal(2, 10)).toEqual([
      { ...put('c'), seq: 3 },
      { ...deletion('a'), seq: 4 },
    ]);
    expect(seqsOf(outbox.journal(0, 2))).toEqual([2, 3]);
    expect(outbox.pending().entries).toBe(1);
    other.keepFrom(undefined);
    expect(seqsOf(outbox.journal(0, 10))).toEqual([4]);
    outbox.done([4]);
    expect(outbox.journal(0, 10)).toEqual([]);
  });

  it('forgets what lies before a mark that has moved on, once it was sent', () => {
    const outbox = openWith('a', 'b', 'c', 'd');
    outbox.keepFrom(0);
    outbox.done([1]);
    expect(seqsOf(outbox.journal(0, 10))).toEqual([1, 2, 3, 4]);
    outbox.keepFrom(3);
    expect(seqsOf(outbox.journal(0, 10))).toEqual([2, 3, 4]);
    outbox.done([2, 3, 4]);
    expect(seqsOf(outbox.journal(0, 10))).toEqual([3, 4]);
  });
});

describe('stamps', () => {
  it('are in microseconds of now', () => {
    const outbox = folder.open({ now: () => 1_800_000_000_123 });
    expect(outbox.nextStamp()).toBe(1_800_000_000_123_000);
  });

  it('grow, for all processes, when the clock stands still or is set back', () => {
    let now = 1_800_000_000_000;
    const [one, other] = [folder.open({ now: () => now }), folder.open({ now: () => now })];
    const blocks = [one.stamps(300), other.stamps(2), one.nextStamp()];
    now -= 3_600_000;
    blocks.push(other.nextStamp(), folder.open({ now: () => now }).nextStamp());
    const start = 1_800_000_000_000_000;
    expect(blocks).toEqual([0, 300, 302, 303, 304].map((at) => start + at));
  });

  it.each([0, -1, 1.5])('are not given by %s', (count) => {
    expect(() => folder.open().stamps(count)).toThrow();
  });
});

describe('the state', () => {
  const Intent = z.object({ run: z.string() });

  it('is there for all processes until it is taken away', () => {
    const outbox = folder.open();
    expect(outbox.readState('reindex', Intent)).toBeUndefined();
    outbox.writeState('reindex', { run: 'Şəki' });
    expect(folder.open().readState('reindex', Intent)).toEqual({ run: 'Şəki' });
    outbox.writeState('reindex', undefined);
    expect(outbox.readState('reindex', Intent)).toBeUndefined();
  });

  it('is refused with its place when it is not as expected', () => {
    const outbox = folder.open();
    outbox.writeState('reindex', { run: 7 });
    expect(() => outbox.readState('reindex', Intent)).toThrow(
      /"reindex" in .*articles\.outbox\.db .*expected string/,
    );
  });
});

describe('openOutbox', () => {
  it('refuses a file that is none, and one of another version', () => {
    folder.open();
    const connection = openDatabase(folder.file);
    connection.exec('PRAGMA user_version = 99');
    connection.close();
    expect(() => folder.open()).toThrow(/has format 99/);
    const text = `${folder.file}.txt`;
    writeFileSync(text, 'This is not a database. '.repeat(100));
    expect(() => openOutbox(text)).toThrow(EngineError);
  });
});

describe('after kill -9', () => {
  const Line = z.object({ seq: z.int(), stamp: z.int(), ids: z.array(z.string()) });

  /** Starts a process that appends, kills it after so many appends; what it has acknowledged. */
  async function appendAndKill(name: string, appends: number) {
    const child = startChild('../../meilisearch/children/appender.mjs', folder.file, name);
    const lines: string[] = [];
    while (lines.length < appends) {
      const { value, done } = await child.lines.next();
      if (done) throw new Error('The process has ended by itself.');
      lines.push(value);
    }
    await child.kill();
    return [...lines, ...(await drain(child))].map((line) => Line.parse(JSON.parse(line)));
  }

  it('everything that writers acknowledged is there, and no stamp was given twice', async () => {
    const runs = [
      [appendAndKill('a', 5), appendAndKill('b', 20)],
      [appendAndKill('c', 50), appendAndKill('d', 1)],
    ];
    const acknowledged = [];
    for (const run of runs) acknowledged.push(...(await Promise.all(run)).flat());
    const outbox = folder.open();
    const kept = new Map(outbox.waiting(...all).map((entry) => [entry.seq, entry.id]));
    for (const { seq, ids } of acknowledged) {
      expect([2, 1, 0].map((back) => kept.get(seq - back))).toEqual(ids);
    }
    expect(kept.size % 3).toBe(0);
    const stamps = acknowledged.flatMap(({ stamp }) => [stamp, stamp + 1, stamp + 2]);
    expect(new Set(stamps).size).toBe(stamps.length);
    expect(outbox.nextStamp()).toBeGreaterThan(Math.max(...stamps));
  });
});
