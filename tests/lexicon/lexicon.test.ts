import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError, packageRoot } from '../../indexer/config.js';
import { loadLexicon } from '../../indexer/lexicon/lexicon.js';

const sea = { id: 'sea', mode: 'mutual', head: 'dəniz', members: ['dərya'] };
const friend = { id: 'friend', mode: 'mutual', head: 'dost', members: ['yoldaş'] };

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lexicon-'));
  writeGroups('synonyms', []);
  writeGroups('name-aliases', []);
  writeConfig('stop-words', { provenance: 'test', words: ['və'] });
});

afterEach(() => rmSync(folder, { recursive: true }));

function writeConfig(name: string, content: unknown): void {
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(content));
}

function writeGroups(name: string, groups: readonly unknown[]): void {
  writeConfig(name, { provenance: 'test', groups });
}

describe('loadLexicon', () => {
  it('joins synonyms and name aliases, in this order', () => {
    writeGroups('synonyms', [sea]);
    writeGroups('name-aliases', [friend]);
    expect(loadLexicon(folder)).toEqual({
      synonyms: [sea, friend],
      stopWords: new Set(['və']),
      questionWords: new Set(),
      questionPhrases: [],
      auxiliaries: new Set(),
      answerWords: new Map(),
    });
  });

  it.each([
    ['an unknown mode', [{ ...sea, mode: 'both' }], 'groups[0].mode: '],
    ['an unknown field', [{ ...sea, shared: true }], 'groups[0]: '],
    ['an empty head', [{ ...sea, head: '' }], 'groups[0].head: '],
    ['a phrase of punctuation', [{ ...sea, members: ['dərya', ' – '] }], 'groups[0].members[1]: '],
    ['no members', [{ ...sea, members: [] }], 'groups[0].members: '],
    ['an id with capitals', [{ ...sea, id: 'Sea' }], 'groups[0].id: '],
    [
      'a member that repeats the head',
      [friend, { ...sea, members: ['DENIZ'] }],
      'groups[1].members[0]: "DENIZ" repeats "dəniz"',
    ],
    [
      'a member that repeats a member',
      [{ ...sea, members: ['Xəzər-dərya', 'xəzər dərya'] }],
      'groups[0].members[1]: "xəzər dərya" repeats "Xəzər-dərya"',
    ],
    ['a cased phrase from elsewhere', [{ ...sea, cased: ['DD'] }], 'groups[0].cased[0]: "DD"'],
    [
      'an id used twice',
      [sea, { ...friend, id: 'sea' }],
      'groups[1].id: "sea" is already the id of config/synonyms.json: groups[0]',
    ],
    [
      'a phrase in two mutual groups',
      [sea, { ...friend, members: ['Dərya'] }],
      'groups[1].members[0]: "Dərya" is in the mutual groups "sea" and "friend"',
    ],
  ])('refuses %s, naming file and place', (_, groups, message) => {
    writeGroups('synonyms', groups);
    expect(() => loadLexicon(folder)).toThrow(ConfigError);
    expect(() => loadLexicon(folder)).toThrow(`config/synonyms.json: ${message}`);
  });

  it('refuses an id or a phrase that both files use', () => {
    writeGroups('synonyms', [sea]);
    writeGroups('name-aliases', [{ ...sea, members: ['su'] }]);
    expect(() => loadLexicon(folder)).toThrow('config/name-aliases.json: groups[0].id: "sea"');
    expect(() => loadLexicon(folder)).toThrow('config/name-aliases.json: groups[0].head: "dəniz"');
  });

  it.each([
    ['oneway groups', [sea, { ...friend, mode: 'oneway', members: ['dəniz'] }]],
    ['groups that are off', [sea, { ...friend, mode: 'off', members: ['dəniz'] }]],
    ['cased phrases', [friend, { ...sea, members: ['DOST'], cased: ['DOST'] }]],
  ])('lets %s meet a phrase of a mutual group', (_, groups) => {
    writeGroups('synonyms', groups);
    expect(loadLexicon(folder).synonyms).toHaveLength(2);
  });

  it.each([
    ['Və', 'words[1]: expected a lower-case word'],
    ['və ya', 'words[1]: expected one word'],
    ['ki', 'words[1]: "ki" is already listed'],
  ])('refuses the stop word «%s»', (word, message) => {
    writeConfig('stop-words', { provenance: 'test', words: ['ki', word] });
    expect(() => loadLexicon(folder)).toThrow(`config/stop-words.json: ${message}`);
  });

  it('reads the shipped files from any folder', () => {
    cpSync(join(packageRoot(), 'config'), folder, { recursive: true });
    expect(loadLexicon(folder)).toEqual(loadLexicon());
  });
});
