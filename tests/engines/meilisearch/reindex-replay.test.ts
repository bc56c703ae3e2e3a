import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Copier } from '../../../src/engines/meilisearch/copy.js';
import type { Operation, Outbox } from '../../../src/engines/meilisearch/outbox.js';
import { lastSent, replay } from '../../../src/engines/meilisearch/replay.js';
import { makeArticle } from '../../contract/test-index.js';
import { deletion, makeOutboxFolder, put, type OutboxFolder } from './outbox-operations.js';

let folder: OutboxFolder;
let outbox: Outbox;
let copied: string[];
beforeEach(() => {
  folder = makeOutboxFolder();
  outbox = folder.open();
  outbox.keepFrom(0);
  copied = [];
});
afterEach(() => folder.remove());

const write = (id: string, n: number): Operation => put(id, { n, ...makeArticle({ id }) });

const copier: Copier = {
  put: ({ n, article }) => {
    copied.push(`${article.id}${n}`);
    return Promise.resolve();
  },
  remove: (keys) => {
    copied.push(...keys.map((key) => `-${key}`));
    return Promise.resolve();
  },
  finish: () => Promise.resolve(),
};

describe('replay', () => {
  it('writes the last of each document, what was sent and nothing else', async () => {
    const last = outbox.append([write('a', 1), write('b', 2), write('a', 3), deletion('b')]);
    outbox.append([write('c', 4)]);
    outbox.done([1, 2, 3, 4]);
    expect(await replay(outbox, copier, 0)).toBe(last);
    expect(copied).toEqual(['a3', '-pk-b']);
  });

  it('begins after an entry', async () => {
    outbox.append([write('a', 1), write('b', 2)]);
    outbox.done([1, 2]);
    expect(await replay(outbox, copier, 1)).toBe(2);
    expect(copied).toEqual(['b2']);
    expect(await replay(outbox, copier, 2)).toBe(2);
    expect(copied).toEqual(['b2']);
  });

  it('knows what was sent though earlier entries wait', async () => {
    outbox.append([write('a', 1), write('b', 2), write('a', 3)]);
    // The server has refused the batch, and then taken the half of it that is document a.
    outbox.done([1, 3]);
    expect(lastSent(outbox)).toBe(1);
    expect(await replay(outbox, copier, 0)).toBe(1);
    expect(copied).toEqual(['a3']);
  });

  it('writes no older version, however long ago the newest was written', async () => {
    const seqs = Array.from({ length: 1200 }, (_, at) => at + 1);
    outbox.append(seqs.map((n) => write(n % 600 === 0 ? 'a' : `b${n}`, n)));
    outbox.done(seqs);
    await replay(outbox, copier, 0);
    expect(copied).toHaveLength(1199);
    expect(copied).toContain('a1200');
    expect(copied).not.toContain('a600');
  });

  it('leaves out what was refused', async () => {
    outbox.append([write('a', 1), write('a', 2)]);
    outbox.refuse(2, 'too long');
    outbox.done([1]);
    expect(await replay(outbox, copier, 0)).toBe(2);
    expect(copied).toEqual(['a1']);
  });
});
