import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import type { SearchEngine } from '../../../indexer/engine.js';
import { createEmbeddedEngine } from '../../../src/engines/embedded/engine.js';
import { idsOf, makeDocument, toQuery, watch } from '../../contract/test-index.js';
import { startChild, type Child } from './child.js';
import { makeTemporaryFolder, type TemporaryFolder } from './folder.js';

let folder: TemporaryFolder;
let engine: SearchEngine;
let peer: Child;

beforeEach(() => {
  folder = makeTemporaryFolder();
  engine = createEmbeddedEngine({ folder: folder.path, threads: 1 });
  peer = startChild('peer.mjs', folder.path);
});

afterEach(async () => {
  await peer.finish();
  await engine.close();
  folder.remove();
});

const Answer = z.union([
  z.object({ value: z.unknown() }),
  z.object({ error: z.object({ code: z.string(), message: z.string() }) }),
]);

/** Has a process do something with the index. */
async function ask(child: Child, command: string, input: object = {}): Promise<unknown> {
  child.send(JSON.stringify({ command, ...input }));
  const { value, done } = await child.lines.next();
  if (done) throw new Error('The process has ended.');
  const answer = Answer.parse(JSON.parse(value));
  if ('error' in answer) throw new Error(answer.error.message);
  return answer.value;
}

const findHere = async (typed: string) =>
  idsOf(await engine.search(toQuery(typed, { typos: false })));
const findThere = (typed: string) =>
  ask(peer, 'search', { query: toQuery(typed, { typos: false }) });
const indexFiles = () => readdirSync(folder.path).filter((name) => /^index-\d+\.db$/.test(name));

it('finds at once what another process has written, replaced and removed', async () => {
  for (const round of [1, 2, 3]) {
    await engine.upsert([makeDocument({ id: 'here', body: `buradan${round}` })]);
    expect(await findThere(`buradan${round} `)).toEqual(['here']);
    expect(await findThere(`buradan${round - 1} `)).toEqual([]);
    await ask(peer, 'upsert', { id: 'there', body: `oradan${round}` });
    expect(await findHere(`oradan${round} `)).toEqual(['there']);
    expect(await findHere(`oradan${round - 1} `)).toEqual([]);
  }
  expect(await ask(peer, 'remove', { id: 'here' })).toBe(1);
  expect(await findHere('buradan3 ')).toEqual([]);
  expect(await engine.get('here')).toBeUndefined();
});

it('takes writes of two processes at the same time', async () => {
  const numbers = Array.from({ length: 30 }, (_, at) => at);
  const here = numbers.map((at) =>
    engine.upsert([makeDocument({ id: `here-${at}`, body: 'birgə' })]),
  );
  for (const at of numbers) await ask(peer, 'upsert', { id: `there-${at}`, body: 'birgə' });
  await Promise.all(here);
  const query = toQuery('birgə ', { limit: 100 });
  expect((await engine.search(query)).total).toBe(60);
  expect(await ask(peer, 'search', { query })).toHaveLength(60);
});

it('goes on with the new file when another process has rebuilt', async () => {
  await engine.upsert([makeDocument({ id: 'before', body: 'əvvəlki' })]);
  expect(await findThere('əvvəlki ')).toEqual(['before']);
  await ask(peer, 'rebuild');
  expect(indexFiles()).toEqual(['index-2.db']);
  expect(await findHere('əvvəlki ')).toEqual(['before']);
  await engine.upsert([makeDocument({ id: 'after', body: 'sonrakı' })]);
  expect(await findThere('sonrakı ')).toEqual(['after']);
  await engine.rebuild();
  expect(indexFiles()).toEqual(['index-3.db']);
  expect(await findThere('sonrakı ')).toEqual(['after']);
  expect(await findHere('əvvəlki ')).toEqual(['before']);
});

it('loses no write while another process rebuilds', async () => {
  await engine.upsert(
    Array.from({ length: 600 }, (_, at) => makeDocument({ id: `${at}`, body: 'köhnə' })),
  );
  const rebuilt = ask(peer, 'rebuild');
  const { isBusy } = watch(rebuilt);
  let written = 0;
  do await engine.upsert([makeDocument({ id: `new-${written++}`, body: 'təzə' })]);
  while (isBusy());
  await rebuilt;
  const query = toQuery('təzə ', { limit: 1 });
  expect((await engine.search(query)).total).toBe(written);
  expect((await engine.search(toQuery('köhnə ', { limit: 1 }))).total).toBe(600);
  expect(await ask(peer, 'stats')).toMatchObject({ documents: 600 + written });
});

it('may be opened for the first time by several processes at once', async () => {
  const fresh = makeTemporaryFolder();
  const peers = [1, 2, 3].map(() => startChild('peer.mjs', fresh.path));
  try {
    await Promise.all(peers.map((child, at) => ask(child, 'upsert', { id: `${at}`, body: 'bir' })));
    for (const child of peers) {
      expect(await ask(child, 'stats')).toMatchObject({ documents: 3 });
    }
  } finally {
    await Promise.all(peers.map((child) => child.finish()));
    fresh.remove();
  }
});
