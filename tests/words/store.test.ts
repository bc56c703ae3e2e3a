import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Lexicon, SynonymGroup } from '../../indexer/lexicon/lexicon.js';
import { WordsError } from '../../src/words/error.js';
import { openLexicon } from '../../src/words/live-lexicon.js';
import { changed } from '../../src/words/overlay.js';
import type { WordsChange } from '../../src/words/record.js';
import { restored } from '../../src/words/restore.js';
import { openWordsStore, type WordsStore } from '../../src/words/store.js';

const root = mkdtempSync(join(tmpdir(), 'axtar-words-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const sea: SynonymGroup = { id: 'sea', mode: 'mutual', head: 'dəniz', members: ['dərya'] };
const friend: SynonymGroup = { id: 'friend', mode: 'mutual', head: 'dost', members: ['yoldaş'] };
const shipped: Lexicon = {
  synonyms: [sea, friend],
  stopWords: new Set(['və']),
  questionWords: new Set(),
  questionPhrases: [],
  auxiliaries: new Set(),
  answerWords: new Map(),
};
const road: SynonymGroup = { id: 'road', mode: 'oneway', head: 'yol', members: ['şose'] };

let folder: string;
let store: WordsStore;
let now = 0;
beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'));
  now = Date.parse('2026-05-01T08:00:00Z');
  store = openWordsStore(folder, () => now);
});

const save = (change: WordsChange, facts: { by?: string; note?: string } = {}, into = store) =>
  into.commit(({ groups }) => ({
    groups: changed(shipped.synonyms, groups, change),
    ...facts,
  }));
const file = () => join(folder, 'words.json');
const content = () => readFileSync(file(), 'utf8');

describe('a change', () => {
  it('is one version, which says who, when and what', () => {
    const version = save({ set: [road], off: ['sea'] }, { by: 'a1', note: 'yollar' });
    expect(version).toEqual({
      number: 1,
      at: '2026-05-01T08:00:00.000Z',
      by: 'a1',
      note: 'yollar',
      edits: [
        { id: 'sea', after: { ...sea, mode: 'off' } },
        { id: 'road', after: road },
      ],
    });
    expect(store.history()).toEqual([version]);
    expect(JSON.parse(content())).toEqual({
      version: 1,
      number: 1,
      groups: [{ ...sea, mode: 'off' }, road],
    });
  });

  it('that makes no difference is no version', () => {
    expect(save({ set: [sea] })).toBeUndefined();
    expect(store.history()).toEqual([]);
  });

  it('back to what is shipped leaves nothing in the file', () => {
    save({ set: [{ ...sea, members: ['okean'] }] });
    save({ unset: ['sea'] });
    expect(store.read()).toEqual({ version: 1, number: 2, groups: [] });
  });

  it.each<[string, WordsChange, string]>([
    ['an id that nobody knows', { off: ['lake'] }, 'off'],
    ['an id named twice', { set: [road], unset: ['road'] }, 'is named twice'],
    ['a group without members', { set: [{ ...road, members: [] }] }, 'members'],
  ])('with %s is refused and saves nothing', (_, change, message) => {
    expect(() => save(change)).toThrow(message);
    expect(store.read().number).toBe(0);
  });
});

describe('history', () => {
  it('brings back any version', () => {
    save({ set: [road] });
    save({ off: ['sea'] });
    save({ set: [{ ...road, members: ['küçə'] }], unset: ['sea'] });
    const at = (number: number) => restored(store.read().groups, store.history(), number);
    expect(at(0)).toEqual([]);
    expect(at(1)).toEqual([road]);
    expect(at(2)).toEqual([road, { ...sea, mode: 'off' }]);
    expect(at(3)).toEqual(store.read().groups);
    expect(() => at(4)).toThrow('expected a version from 0 to 3');
  });

  it('is kept for 500 versions, and says so when asked for older ones', () => {
    for (let at = 1; at <= 503; at++) save({ set: [{ ...road, note: `no. ${at}` }] });
    const history = store.history();
    expect(history).toHaveLength(500);
    expect(history[0]?.number).toBe(503);
    expect(() => restored(store.read().groups, history, 2)).toThrow('a version from 3 to 503');
    expect(restored(store.read().groups, history, 3)).toEqual([{ ...road, note: 'no. 3' }]);
  });

  it('has no version that was never saved, though it was noted', () => {
    save({ set: [road] });
    const before = content();
    save({ off: ['sea'] });
    writeFileSync(file(), before);
    expect(store.history().map(({ number }) => number)).toEqual([1]);
    expect(save({ off: ['friend'] })?.number).toBe(2);
    expect(store.history().map(({ edits }) => edits[0]?.id)).toEqual(['friend', 'road']);
  });
});

describe('the lexicon', () => {
  it('has what any process has saved, and the same list while nothing is saved', () => {
    const lexicon = openLexicon(shipped, store);
    const before = lexicon.synonyms;
    expect(before).toEqual([sea, friend]);
    expect(lexicon.synonyms).toBe(before);
    save({ set: [road], off: ['sea'] }, {}, openWordsStore(folder));
    expect(lexicon.synonyms).toEqual([{ ...sea, mode: 'off' }, friend, road]);
    expect(lexicon.synonyms[1]).toBe(friend);
  });

  it('stays as it was when the file becomes unreadable, and says so once', () => {
    const notices: string[] = [];
    save({ set: [road] });
    const lexicon = openLexicon(shipped, store, (notice) => notices.push(notice));
    writeFileSync(file(), '{"version": 1, "number": 1, "groups": [{"id": "road"}]}');
    expect(lexicon.synonyms).toHaveLength(3);
    expect(lexicon.synonyms).toHaveLength(3);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain(`${file()}: groups[0].mode: `);
  });

  it.each([
    ['no JSON', 'groups', 'expected JSON'],
    ['an unknown field', '{"version": 1, "number": 0, "groups": [], "more": 1}', 'more'],
    [
      'an id twice',
      JSON.stringify({ version: 1, number: 1, groups: [road, road] }),
      'groups[1].id',
    ],
  ])('of a file with %s is not opened: file and place are named', (_, text, place) => {
    writeFileSync(file(), text);
    expect(() => openLexicon(shipped, store)).toThrow(WordsError);
    expect(() => openLexicon(shipped, store)).toThrow(`${file()}: `);
    expect(() => openLexicon(shipped, store)).toThrow(place);
    expect(() => save({ set: [road] })).toThrow(WordsError);
    expect(readFileSync(file(), 'utf8')).toBe(text);
  });
});
