import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openKeys, type Keys } from '../../src/keys/keys.js';
import { KeysError } from '../../src/keys/error.js';
import type { NewKey } from '../../src/keys/record.js';

const root = mkdtempSync(join(tmpdir(), 'axtar-keys-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folder: string;
let file: string;
let keys: Keys;
let now = Date.parse('2026-05-01T00:00:00Z');
beforeEach(() => {
  folder = join(mkdtempSync(join(root, 'case-')), 'data');
  file = join(folder, 'keys.json');
  now = Date.parse('2026-05-01T00:00:00Z');
  keys = openKeys(folder, () => now);
});

const modeOf = (path: string) => statSync(path).mode & 0o777;
const put = (content: string) => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, content);
};

describe('a key', () => {
  it.each(['admin', 'editor', 'search'] as const)('%s is found by itself alone', (role) => {
    const { key, record } = keys.create({ role });
    expect(key).toMatch(new RegExp(`^axtar_${role}_[A-Za-z0-9_-]{43}$`));
    expect(record).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{12}$/) as unknown,
      role,
      createdAt: '2026-05-01T00:00:00.000Z',
    });
    expect(keys.find(key)).toEqual({ record, expired: false });
    const last = key.endsWith('A') ? 'B' : 'A';
    for (const other of [record.id, `${key} `, `${key.slice(0, -1)}${last}`, key.slice(0, -1)]) {
      expect(keys.find(other)).toBeUndefined();
    }
  });

  it('has no other role than its own', () => {
    const { key } = keys.create({ role: 'search' });
    expect(keys.find(key.replace('search', 'admin'))).toBeUndefined();
  });

  it('is another one each time', () => {
    const made = Array.from({ length: 5 }, () => keys.create({ role: 'search', name: 'same' }));
    expect(new Set(made.map(({ key }) => key)).size).toBe(5);
    expect(new Set(made.map(({ record }) => record.id)).size).toBe(5);
    for (const { key, record } of made) expect(keys.find(key)?.record).toEqual(record);
    expect(keys.list()).toEqual(made.map(({ record }) => record));
  });

  it('is kept as a hash alone, in a file for its owner', () => {
    const { key, record } = keys.create({ role: 'editor', name: 'redaksiya' });
    const content = readFileSync(file, 'utf8');
    expect(content).not.toContain(key.slice('axtar_editor_'.length));
    expect(JSON.parse(content)).toEqual({
      version: 1,
      keys: [{ ...record, sha256: createHash('sha256').update(key).digest('hex') }],
    });
    expect(modeOf(file)).toBe(0o600);
  });

  it('keeps what was said of it', () => {
    const wanted: NewKey = {
      role: 'search',
      name: 'Portalın açarı',
      filter: 'lang = az AND topic = "Xarici siyasət"',
      rate: 600,
      expiresAt: '2027-01-01T00:00:00+04:00',
    };
    const { key, record } = keys.create(wanted);
    expect(record).toMatchObject(wanted);
    expect(openKeys(folder).find(key)?.record).toEqual(record);
  });

  it('expires', () => {
    const { key } = keys.create({ role: 'admin', expiresAt: '2026-05-02T04:00:00+04:00' });
    now = Date.parse('2026-05-01T23:59:59Z');
    expect(keys.find(key)?.expired).toBe(false);
    now = Date.parse('2026-05-02T00:00:00Z');
    expect(keys.find(key)?.expired).toBe(true);
  });

  it('is worthless once it is revoked', () => {
    const [one, other] = [keys.create({ role: 'search' }), keys.create({ role: 'search' })];
    expect(keys.revoke(one.record.id)).toBe(true);
    expect(keys.find(one.key)).toBeUndefined();
    expect(keys.find(other.key)?.record).toEqual(other.record);
    expect(keys.revoke(one.record.id)).toBe(false);
    expect(keys.revoke(other.key)).toBe(false);
  });

  it('is never any other text', () => {
    keys.create({ role: 'search' });
    fc.assert(fc.property(fc.string(), (text) => keys.find(text) === undefined));
  });
});

describe('what cannot be', () => {
  it.each<[string, NewKey]>([
    ['filter: position 6: expected a value', { role: 'search', filter: 'lang =' }],
    ['filter: expected a filter that is not empty', { role: 'search', filter: ' ' }],
    ['filter: expected only with the role search', { role: 'editor', filter: 'lang = az' }],
    ['rate: expected only with the role search', { role: 'admin', rate: 5 }],
    ['rate: ', { role: 'search', rate: 0 }],
    ['rate: ', { role: 'search', rate: 1.5 }],
    ['name: ', { role: 'search', name: 'a'.repeat(101) }],
    ['name: expected a text without control', { role: 'search', name: 'a\u001b[2J' }],
    ['expiresAt: expected an instant such as', { role: 'search', expiresAt: '2027-01-01' }],
    [
      'expiresAt: expected an instant that is still to come',
      { role: 'search', expiresAt: '2026-05-01T00:00:00Z' },
    ],
  ])('%s', (problem, wanted) => {
    const [name = '', message] = problem.split(/: (.*)/s);
    expect(() => keys.create(wanted)).toThrow(
      expect.objectContaining({
        issues: [
          expect.objectContaining({
            path: [name],
            message: expect.stringContaining(message ?? '') as unknown,
          }),
        ],
      }),
    );
    expect(existsSync(file)).toBe(false);
  });
});

describe('the first admin key', () => {
  it('is made once, and is in a file for its owner', () => {
    const made = keys.ensureAdmin();
    expect(made?.record.role).toBe('admin');
    expect(keys.find(made?.key ?? '')?.record).toEqual(made?.record);
    expect(readFileSync(keys.adminFile, 'utf8')).toBe(`${made?.key ?? ''}\n`);
    expect(keys.adminFile).toBe(join(folder, 'admin.key'));
    expect(modeOf(keys.adminFile)).toBe(0o600);
    expect(keys.ensureAdmin()).toBeUndefined();
    expect(openKeys(folder).ensureAdmin()).toBeUndefined();
  });

  it('is not made where there is any key', () => {
    keys.create({ role: 'search' });
    expect(keys.ensureAdmin()).toBeUndefined();
    expect(existsSync(keys.adminFile)).toBe(false);
  });

  it('takes the place of what a killed process left', () => {
    mkdirSync(folder, { recursive: true });
    for (const name of ['admin.key', 'admin.key.tmp', 'keys.json.tmp']) {
      writeFileSync(join(folder, name), 'left behind', { mode: 0o644 });
    }
    const made = keys.ensureAdmin();
    expect(readFileSync(keys.adminFile, 'utf8')).toBe(`${made?.key ?? ''}\n`);
    expect([keys.adminFile, file].map(modeOf)).toEqual([0o600, 0o600]);
  });
});

describe('the file', () => {
  it('is not needed', () => {
    expect(keys.list()).toEqual([]);
    expect(keys.find(`axtar_admin_${'a'.repeat(43)}`)).toBeUndefined();
    expect(keys.revoke('0123456789ab')).toBe(false);
  });

  it('is seen as others have changed it', () => {
    const other = openKeys(folder);
    const made = other.create({ role: 'search' });
    expect(keys.find(made.key)?.record).toEqual(made.record);
    const own = keys.create({ role: 'editor' });
    expect(other.list()).toEqual([made.record, own.record]);
    other.revoke(made.record.id);
    expect(keys.find(made.key)).toBeUndefined();
    rmSync(file);
    expect(keys.find(own.key)).toBeUndefined();
  });

  const good = {
    id: '0123456789ab',
    role: 'search',
    createdAt: '2026-05-01T00:00:00Z',
    sha256: 'a'.repeat(64),
  };
  const withKeys = (...list: unknown[]) => JSON.stringify({ version: 1, keys: list });

  it.each([
    ['that is cut off', '{"version": 1, "keys": [{"sha256": "abc', 'expected JSON'],
    ['of another version', '{"version": 2, "keys": []}', 'version: '],
    ['without a hash', withKeys(good, { ...good, sha256: undefined }), 'keys[1].sha256: '],
    ['with another role', withKeys({ ...good, role: 'root' }), 'keys[0].role: '],
    ['with a wrong filter', withKeys({ ...good, filter: 'lang' }), 'keys[0].filter: position 4'],
    [
      'with a filter that nobody heeds',
      withKeys({ ...good, role: 'admin', filter: 'lang = az' }),
      'keys[0].filter: expected only',
    ],
    ['with a limit misspelt', withKeys({ ...good, fliter: 'lang = az' }), 'keys[0]: '],
  ])('%s lets nobody in, and is left as it is', (_, content, place) => {
    put(content);
    for (const work of [
      () => keys.find(`axtar_admin_${'a'.repeat(43)}`),
      () => keys.list(),
      () => keys.create({ role: 'admin' }),
      () => keys.ensureAdmin(),
    ]) {
      expect(work).toThrow(KeysError);
      expect(work).toThrow(`${file}: ${place}`);
    }
    expect(readFileSync(file, 'utf8')).toBe(content);
  });

  it('that cannot be used is named', () => {
    mkdirSync(file, { recursive: true });
    expect(() => keys.list()).toThrow(`${file}: cannot be read: `);
    writeFileSync(join(root, 'taken'), '');
    const taken = openKeys(join(root, 'taken'));
    expect(() => taken.create({ role: 'admin' })).toThrow(/taken\/keys\.json: cannot be locked: /);
  });
});
