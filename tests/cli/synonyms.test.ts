import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConfigError, packageRoot } from '../../indexer/config.js';
import { addSynonyms } from '../../src/cli/synonyms.js';

const sea = { id: 'sea', mode: 'mutual', head: 'dəniz', members: ['dərya'] };
const trump = { id: 'trump', mode: 'mutual', head: 'Tramp', members: ['Trump', 'Трамп'] };
const gabala = { id: 'gabala', mode: 'mutual', head: 'Qəbələ', members: ['Gabala'] };

let folder: string;
let stdout: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'synonyms-'));
  writeGroups('synonyms', []);
  writeGroups('name-aliases', []);
  writeConfig('stop-words', { provenance: 'test', words: ['və'] });
  stdout = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    stdout += String(text);
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
  rmSync(folder, { recursive: true });
});

function writeConfig(name: string, content: unknown): void {
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(content));
}

function writeGroups(name: string, groups: readonly unknown[]): void {
  writeConfig(name, { provenance: 'test', groups });
}

async function run(...args: readonly string[]) {
  const program = new Command('axtar')
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  addSynonyms(program, folder);
  await program.parseAsync(['synonyms', ...args], { from: 'user' });
  return { stdout, code: process.exitCode ?? 0 };
}

describe('axtar synonyms check', () => {
  it('says how many groups and aliases are in order', async () => {
    writeGroups('synonyms', [sea]);
    expect(await run('check')).toEqual({
      stdout: '1 groups, 0 aliases: 0 errors, 0 warnings\n',
      code: 0,
    });
  });

  it('prints a line a finding, naming file and group, and fails on an error', async () => {
    writeGroups('synonyms', [sea]);
    writeGroups('name-aliases', [gabala, trump]);
    const { stdout: printed, code } = await run('check');
    const [error = '', warning = '', ...rest] = printed.split('\n');
    expect(error).toMatch(/^error: useless: name-aliases\.json, group "trump": "Трамп": .+$/);
    expect(warning).toMatch(/^warning: useless: name-aliases\.json, group "gabala": "Gabala": .+$/);
    expect(rest).toEqual(['1 groups, 2 aliases: 1 errors, 1 warnings', '']);
    expect(code).toBe(1);
  });

  it('does not fail on warnings', async () => {
    writeGroups('name-aliases', [gabala]);
    const { stdout: printed, code } = await run('check');
    expect(printed).toContain('0 errors, 1 warnings');
    expect(code).toBe(0);
  });

  it('prints the same as JSON', async () => {
    writeGroups('synonyms', [sea]);
    writeGroups('name-aliases', [gabala, trump]);
    const { stdout: printed, code } = await run('check', '--json');
    expect(JSON.parse(printed)).toMatchObject({
      groups: 1,
      aliases: 2,
      errors: 1,
      warnings: 1,
      findings: [
        { kind: 'useless', severity: 'error', groups: ['trump'], phrases: ['Трамп'] },
        { kind: 'useless', severity: 'warning', groups: ['gabala'], phrases: ['Gabala'] },
      ],
    });
    expect(code).toBe(1);
  });

  it('finds no error in the shipped files', async () => {
    cpSync(join(packageRoot(), 'config'), folder, { recursive: true });
    const { stdout: printed, code } = await run('check');
    expect(printed).toMatch(/\d+ groups, \d+ aliases: 0 errors, \d+ warnings\n$/);
    expect(code).toBe(0);
  });

  it('leaves files that cannot be loaded to whoever reports failures', async () => {
    writeGroups('synonyms', [{ ...sea, mode: 'both' }]);
    await expect(run('check')).rejects.toThrow(ConfigError);
  });

  it('refuses what it does not know', async () => {
    await expect(run('check', '--fix')).rejects.toThrow(CommanderError);
  });
});
