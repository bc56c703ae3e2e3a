import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { SynonymGroup } from '../../indexer/lexicon/lexicon.js';
import type { Proposal } from '../../indexer/variants/proposals.js';
import { openProposals, type Proposals, type ProposalsDeps } from '../../src/words/proposals.js';

const root = mkdtempSync(join(tmpdir(), 'axtar-proposals-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const proposalOf = (entry: SynonymGroup, change: Proposal['change'] = 'add'): Proposal => ({
  kind: 'name',
  score: 3,
  file: 'name-aliases.json',
  change,
  entry,
  evidence: { spellings: [], pairs: [] },
});
const scott: SynonymGroup = { id: 'skot', mode: 'mutual', head: 'Skot', members: ['Scott'] };
const araqci: SynonymGroup = { id: 'araqci', mode: 'mutual', head: 'Araqçi', members: ['Arağçi'] };

let folder: string;
let groups: readonly SynonymGroup[];
let mined: readonly Proposal[];
let proposals: Proposals;
const open = (deps: Partial<ProposalsDeps> = {}) =>
  openProposals({
    folder,
    mine: () => Promise.resolve({ articles: 7, proposals: mined }),
    groups: () => groups,
    now: () => 0,
    ...deps,
  });
beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'));
  groups = [];
  mined = [proposalOf(scott), proposalOf(araqci)];
  proposals = open();
});

const heads = () => proposals.list().proposals.map(({ entry }) => entry.head);
const idOf = (head: string) =>
  proposals.list().proposals.find(({ entry }) => entry.head === head)?.id ?? 'none';

describe('proposals', () => {
  it('are none before anything was mined, and kept afterwards', async () => {
    expect(proposals.list()).toEqual({ articles: 0, proposals: [] });
    await proposals.mine();
    expect(proposals.list()).toMatchObject({ articles: 7, minedAt: '1970-01-01T00:00:00.000Z' });
    proposals = open();
    expect(heads()).toEqual(['Skot', 'Araqçi']);
  });

  it('that were rejected never come again', async () => {
    await proposals.mine();
    expect(proposals.reject(idOf('Skot'), 'a1')).toBe(true);
    expect(proposals.reject('none')).toBe(false);
    mined = [proposalOf({ ...scott, id: 'skot-2', head: 'Scott', members: ['Skot'] })];
    await proposals.mine();
    expect(heads()).toEqual([]);
  });

  it('that the words say by now are gone', async () => {
    await proposals.mine();
    groups = [{ id: 'mine', mode: 'mutual', head: 'SKOT', members: ['x', 'scott'] }];
    expect(heads()).toEqual(['Araqçi']);
  });

  it('become a group of their own, under an id that is free', async () => {
    await proposals.mine();
    expect(proposals.changeOf(idOf('Skot'))).toEqual({ set: [scott] });
    groups = [{ id: 'skot', mode: 'off', head: 'x', members: ['y'] }];
    expect(proposals.changeOf(idOf('Skot'))).toEqual({ set: [{ ...scott, id: 'skot-2' }] });
    expect(proposals.changeOf('none')).toBeUndefined();
  });

  it('go into the group that they extend, as it is now', async () => {
    mined = [proposalOf({ ...scott, members: ['Skott', 'Scott'] }, 'extend')];
    await proposals.mine();
    groups = [{ ...scott, head: 'Skott', members: ['Skotto'] }];
    expect(proposals.changeOf(idOf('Skot'))).toEqual({
      set: [{ ...scott, head: 'Skott', members: ['Skotto', 'Skot', 'Scott'] }],
    });
  });
});

describe('mining', () => {
  it('says how far it is, is not begun twice, and says why it failed', async () => {
    let begun = 0;
    let fail: (error: Error) => void = () => undefined;
    proposals = open({
      mine: (onProgress) => {
        begun++;
        onProgress({ done: 1, total: 3 });
        return new Promise((_, reject) => (fail = reject));
      },
    });
    const ended = proposals.mine();
    await proposals.mine();
    expect(begun).toBe(1);
    expect(proposals.list().mining).toEqual({ done: 1, total: 3 });
    fail(new Error('no index'));
    await ended;
    expect(proposals.list()).toEqual({ articles: 0, proposals: [], problem: 'no index' });
  });

  it('names the file and the place when what was kept cannot be read', () => {
    writeFileSync(
      join(folder, 'proposals.json'),
      '{"version": 1, "articles": 1, "proposals": [1]}',
    );
    expect(() => proposals.list()).toThrow(`${join(folder, 'proposals.json')}: proposals[0]: `);
  });
});
