import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { describeFailure } from '../../src/cli/failure.js';
import { addKey } from '../../src/cli/key.js';
import { addKeys } from '../../src/cli/keys.js';
import { openKeys } from '../../src/keys/keys.js';
import { openWorkplace } from './command.js';

const folder = mkdtempSync(join(tmpdir(), 'axtar-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

const keys = openKeys(folder);

/** Runs a command; gives what it printed, and how it failed. */
async function axtar(...args: string[]) {
  vi.stubEnv('AXTAR_DATA_DIR', folder);
  const printed = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      printed[stream] += String(text);
      return true;
    });
  }
  const program = new Command().exitOverride();
  addKey(program);
  addKeys(program);
  const failed = await program.parseAsync(args, { from: 'user' }).then(
    () => undefined,
    (error: unknown) => describeFailure(error),
  );
  vi.restoreAllMocks();
  return { ...printed, failed, code: process.exitCode };
}

describe('axtar keys create', () => {
  it('prints the key alone on stdout, and it is nowhere else', async () => {
    const facts = ['--name', 'portal', '--filter', 'lang = az', '--rate', '600'];
    const expires = ['--expires', '2999-01-01'];
    const made = await axtar('keys', 'create', '--role', 'search', ...facts, ...expires);
    expect(made.stdout).toMatch(/^axtar_search_[A-Za-z0-9_-]{43}\n$/);
    const key = made.stdout.trim();
    const record = keys.find(key)?.record;
    expect(record).toMatchObject({
      role: 'search',
      name: 'portal',
      filter: 'lang = az',
      rate: 600,
      expiresAt: '2999-01-01T00:00:00+04:00',
    });
    expect(made.stderr).toContain(record?.id);
    expect(made.stderr).not.toContain(key);
  });

  it('prints key and facts as JSON', async () => {
    const until = ['--expires', '2999-01-01T09:00:00Z', '--json'];
    const { stdout } = await axtar('keys', 'create', '--role', 'admin', ...until);
    const [key = ''] = /axtar_admin_[\w-]+/.exec(stdout) ?? [];
    expect(JSON.parse(stdout)).toEqual({ key, record: keys.find(key)?.record });
    expect(keys.find(key)?.record.expiresAt).toBe('2999-01-01T13:00:00+04:00');
  });

  it.each([
    [[], /--role/],
    [['--role', 'root'], /admin, editor, search/],
    [['--role', 'search', '--filter', 'lang = '], /filter: position 7: expected a value/],
    [['--role', 'search', '--filter', ''], /filter: expected a filter that is not empty/],
    [['--role', 'admin', '--rate', '5'], /rate: expected only with the role search/],
    [['--role', 'search', '--rate', 'much'], /--rate.*Expected a whole number/],
    [['--role', 'search', '--expires', 'soon'], /--expires.*Expected a day/],
    [['--role', 'search', '--expires', '2020-01-01'], /expiresAt: .*still to come/],
  ])('refuses %j', async (args, problem) => {
    const before = keys.list();
    const { stdout, stderr, failed } = await axtar('keys', 'create', ...args);
    expect(stdout).toBe('');
    expect(`${stderr}${failed?.message ?? ''}`).toMatch(problem);
    expect(keys.list()).toEqual(before);
  });

  it('loses nothing when several processes make the first keys at once', async () => {
    const place = openWorkplace();
    const runs = ['1', '2', '3', '4'].map((name) =>
      place.run(['keys', 'create', '--role', 'search', '--name', name]),
    );
    const outcomes = await Promise.all(runs);
    const shared = openKeys(join(place.folder, 'data'));
    const found = outcomes.map(({ stdout }) => shared.find(stdout.trim())?.record.name);
    place.remove();
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect(found).toEqual(['1', '2', '3', '4']);
  });
});

describe('axtar keys list and revoke', () => {
  it('show what is known of a key until it is revoked', async () => {
    const { key, record } = keys.create({ role: 'search', name: 'köhnə', filter: 'id = "\u001b"' });
    const { stdout } = await axtar('keys', 'list');
    const line = stdout.split('\n').find((text) => text.startsWith(record.id));
    expect(line).toContain('köhnə');
    expect(line).toContain('only id = " "');
    expect(stdout).not.toContain(key);
    expect(JSON.parse((await axtar('keys', 'list', '--json')).stdout)).toEqual(keys.list());

    const revoked = await axtar('keys', 'revoke', record.id);
    expect(revoked).toMatchObject({ code: 0, stderr: `Revoked ${record.id}.\n` });
    expect(keys.find(key)).toBeUndefined();
    expect((await axtar('keys', 'list')).stdout).not.toContain(record.id);
  });

  it('do not repeat a key that is taken for its id', async () => {
    const { key } = keys.create({ role: 'search' });
    const { code, stdout, stderr } = await axtar('keys', 'revoke', key);
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: '',
      stderr: 'No key has this id.\n',
    });
    expect(keys.find(key)?.expired).toBe(false);
  });
});

it.each([
  ['key', '"axtar keys"'],
  ['keys', '"axtar key"'],
])('the help of axtar %s says what the other is for', async (command, other) => {
  expect((await axtar(command, '--help')).stdout).toContain(other);
});
