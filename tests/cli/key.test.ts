import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Command } from 'commander';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { describeFailure } from '../../src/cli/failure.js';
import { addKey } from '../../src/cli/key.js';
import { scopedKey } from '../../src/engines/meilisearch/scoped-key.js';
import { OLDEST_SERVER } from '../../src/engines/meilisearch/server.js';

const MASTER = 'master-key-of-the-tests';
const folder = mkdtempSync(join(tmpdir(), 'axtar-key-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** Runs `axtar key` with these variables; gives what it printed, or how it failed. */
async function axtarKey(variables: Readonly<Record<string, string>>, ...args: string[]) {
  const all = { MEILI_URL: '', MEILI_MASTER_KEY: '', AXTAR_INDEX: '', ...variables };
  for (const [name, value] of Object.entries(all)) vi.stubEnv(name, value);
  const printed = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      printed[stream] += String(text);
      return true;
    });
  }
  const program = new Command().exitOverride();
  addKey(program);
  const failed = await program.parseAsync(['key', ...args], { from: 'user' }).then(
    () => undefined,
    (error: unknown) => describeFailure(error),
  );
  vi.restoreAllMocks();
  return { ...printed, failed };
}

const portOf = (server: Server) => z.object({ port: z.int() }).parse(server.address()).port;

async function listening(server: Server): Promise<string> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${portOf(server)}`;
}

describe('the key of an index', () => {
  it('has a uid that depends on the name alone', () => {
    const uids = ['articles', 'articles_2', 'Articles'].map((index) => scopedKey(index).uid);
    expect(new Set(uids).size).toBe(3);
    expect(scopedKey('articles').uid).toBe(uids[0]);
    for (const uid of uids) expect(z.uuidv4().safeParse(uid).error).toBeUndefined();
  });
});

describe('settings that cannot be used', () => {
  const good = { MEILI_URL: 'http://127.0.0.1:9', MEILI_MASTER_KEY: MASTER };

  it.each([
    ['MEILI_URL', ''],
    ['MEILI_URL', 'meilisearch:7700'],
    ['MEILI_URL', `http://axtar:${MASTER}@127.0.0.1:9`],
    ['MEILI_MASTER_KEY', ''],
    ['MEILI_MASTER_KEY', `${MASTER}\nX-Other: 1`],
    ['MEILI_MASTER_KEY', `${MASTER} açar`],
    ['AXTAR_INDEX', 'articles*'],
  ])('%s=%j is named, and no master key shown', async (name, value) => {
    const { failed, stdout } = await axtarKey({ ...good, [name]: value });
    expect(stdout).toBe('');
    expect(failed?.exitCode).toBe(2);
    expect(failed?.message).toMatch(new RegExp(`^${name}: expected`));
    expect(failed?.message).not.toContain(MASTER);
  });

  it.each(['soon', '-1', ''])('--wait %j', async (seconds) => {
    const { failed, stderr } = await axtarKey(good, `--wait=${seconds}`);
    expect(failed).toBeDefined();
    expect(stderr).toMatch(/--wait.*Expected seconds/);
  });
});

type Answer = readonly [status: number, body: unknown];

const refusal = (status: number, code: string): Answer => [
  status,
  { message: 'Refused.', code, type: 'auth', link: '' },
];

/** A server that answers with the next of these, and with the last one from then on. */
async function fakeServer(answers: Readonly<Record<string, readonly Answer[]>>) {
  const left = new Map(Object.entries(answers).map(([path, list]) => [path, [...list]]));
  const server = createServer(({ url = '' }, response) => {
    const path = url.split('/')[1] ?? '';
    const list = left.get(path) ?? [];
    const [status, body] = (list.length > 1 ? list.shift() : list[0]) ?? [404, 'no'];
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  });
  return { url: await listening(server), close: () => server.close() };
}

const READY: Answer = [200, { status: 'available' }];
const NEW_ENOUGH: Answer = [200, { pkgVersion: OLDEST_SERVER }];
const STORED: Answer = [200, { key: 'made-by-somebody-else', ...scopedKey('articles') }];

describe('a server', () => {
  it.each([
    [
      'that is too old',
      { version: [[200, { pkgVersion: '1.49.0' }]] },
      2,
      /MEILI_URL: .*1\.49\.0;.*1\.50/,
    ],
    ['that is none of Meilisearch', { version: [[200, 'Salam']] }, 1, /MEILI_URL: .*answer is not/],
    [
      'that refuses the master key',
      { version: [refusal(403, 'invalid_api_key')] },
      2,
      /^MEILI_MASTER_KEY: /,
    ],
    [
      'without a master key',
      { version: [NEW_ENOUGH], keys: [refusal(401, 'missing_master_key')] },
      2,
      /^MEILI_MASTER_KEY: .*without a master key/,
    ],
    [
      'that breaks down',
      { version: [NEW_ENOUGH], keys: [refusal(500, 'internal')] },
      1,
      /^MEILI_URL: /,
    ],
    [
      'that is not ready in time',
      { health: [refusal(503, 'internal')] },
      1,
      /^MEILI_URL: .*not ready after 0 s/,
    ],
  ] satisfies [string, Record<string, Answer[]>, number, RegExp][])(
    '%s is reported by the name of the variable',
    async (_, answers, exitCode, message) => {
      const { url, close } = await fakeServer({ health: [READY], ...answers });
      const { failed } = await axtarKey(
        { MEILI_URL: url, MEILI_MASTER_KEY: MASTER },
        '--wait',
        '0',
      );
      close();
      expect(failed).toMatchObject({ exitCode });
      expect(failed?.message).toMatch(message);
      expect(failed?.message).not.toContain(MASTER);
    },
  );

  it('that nobody runs is reported with the reason', async () => {
    const { url, close } = await fakeServer({});
    close();
    const { failed } = await axtarKey({ MEILI_URL: url, MEILI_MASTER_KEY: MASTER }, '--wait', '0');
    expect(failed?.message).toMatch(/^MEILI_URL: .*ECONNREFUSED/);
  });

  it('that is late is waited for', async () => {
    const health = [refusal(503, 'internal'), refusal(503, 'internal'), READY];
    const { url, close } = await fakeServer({ health, version: [NEW_ENOUGH], keys: [STORED] });
    const { failed, stdout } = await axtarKey({ MEILI_URL: url, MEILI_MASTER_KEY: MASTER });
    close();
    expect({ failed, stdout }).toEqual({ failed: undefined, stdout: 'made-by-somebody-else\n' });
  });

  it('that is given the key by two at once lets both have it', async () => {
    const keys = [
      refusal(404, 'api_key_not_found'),
      refusal(409, 'api_key_already_exists'),
      STORED,
    ];
    const { url, close } = await fakeServer({ health: [READY], version: [NEW_ENOUGH], keys });
    const { failed, stdout } = await axtarKey({ MEILI_URL: url, MEILI_MASTER_KEY: MASTER });
    close();
    expect({ failed, stdout }).toEqual({ failed: undefined, stdout: 'made-by-somebody-else\n' });
  });
});

const installed = (process.env['PATH'] ?? '')
  .split(delimiter)
  .some((path) => existsSync(join(path, 'meilisearch')));

describe.skipIf(!installed)('with a real Meilisearch (on the PATH)', () => {
  let child: ChildProcess;
  let variables: { MEILI_URL: string; MEILI_MASTER_KEY: string };

  beforeAll(async () => {
    const free = createServer();
    const url = await listening(free);
    await new Promise((resolve) => free.close(resolve));
    const address = ['--http-addr', new URL(url).host, '--master-key', MASTER];
    const args = ['--env', 'production', '--no-analytics', '--db-path', join(folder, 'data.ms')];
    child = spawn('meilisearch', [...args, ...address], { cwd: folder, stdio: 'ignore' });
    variables = { MEILI_URL: url, MEILI_MASTER_KEY: MASTER };
  });
  afterAll(async () => {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  });

  const ask = async (key: string, method: string, path: string, body?: unknown) => {
    const response = await fetch(new URL(path, variables.MEILI_URL), {
      method,
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json().catch(() => undefined);
    return { status: response.status, answer };
  };
  const theKey = async () => (await axtarKey(variables)).stdout.trim();

  it('the key is printed alone, and is the same the second time and in the file', async () => {
    const { stdout, stderr, failed } = await axtarKey(variables);
    expect({ stderr, failed }).toEqual({ stderr: '', failed: undefined });
    expect(stdout).toMatch(/^[0-9a-f]{64}\n$/);
    expect((await axtarKey(variables)).stdout).toBe(stdout);

    const file = join(folder, 'new', 'folder', 'key');
    const written = await axtarKey(variables, '--out', file);
    expect(written.stdout).toBe('');
    expect(written.stderr).toContain(file);
    expect(written.stderr).not.toContain(stdout.trim());
    expect(readFileSync(file, 'utf8')).toBe(stdout);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('a file that everybody could read is replaced, and one that cannot be written named', async () => {
    const file = join(folder, 'open');
    // The second is what a run that was killed left behind.
    for (const path of [file, `${file}.tmp`]) writeFileSync(path, 'an old key', { mode: 0o644 });
    await axtarKey(variables, '--out', file);
    expect(readFileSync(file, 'utf8')).toBe(`${await theKey()}\n`);
    expect(statSync(file).mode & 0o777).toBe(0o600);

    const { failed } = await axtarKey(variables, '--out', join(file, 'inside'));
    expect(failed).toMatchObject({ exitCode: 2 });
    expect(failed?.message).toMatch(/^--out: cannot write .*inside: /);
  });

  it('another master key is refused, and not shown', async () => {
    const { failed } = await axtarKey({ ...variables, MEILI_MASTER_KEY: 'of-another-server' });
    expect(failed).toMatchObject({ exitCode: 2 });
    expect(failed?.message).toMatch(/^MEILI_MASTER_KEY: /);
    expect(failed?.message).not.toContain('of-another-server');
  });

  it.each([
    ['rights', { actions: ['search'], indexes: ['*'], expiresAt: null }],
    ['an end', { ...scopedKey('articles'), expiresAt: '2999-01-01T00:00:00Z' }],
  ])('a key made with other %s is mended and keeps its value', async (_, other) => {
    const before = await theKey();
    const wanted = scopedKey('articles');
    await ask(MASTER, 'DELETE', `/keys/${wanted.uid}`);
    const made = await ask(MASTER, 'POST', '/keys', { ...other, uid: wanted.uid });
    expect(made).toMatchObject({ status: 201, answer: { key: before } });
    expect(await theKey()).toBe(before);
    const { answer } = await ask(MASTER, 'GET', `/keys/${wanted.uid}`);
    expect(answer).toMatchObject(wanted);
  });

  it('the key of one index is not that of another', async () => {
    const { stdout } = await axtarKey({ ...variables, AXTAR_INDEX: 'laws' });
    expect(stdout.trim()).not.toBe(await theKey());
    expect(await ask(stdout.trim(), 'GET', '/indexes/articles/stats')).toMatchObject({
      status: 403,
    });
  });

  const live = 'articles';
  const beside = 'articles_20261122';

  it('the key may do all that Axtar does, on the index and on those beside it', async () => {
    const key = await theKey();
    const done = async (method: string, path: string, body?: unknown) => {
      const { status, answer } = await ask(key, method, path, body);
      expect([200, 202], `${method} ${path}: ${JSON.stringify(answer)}`).toContain(status);
      const task = z.object({ taskUid: z.int(), type: z.string() }).safeParse(answer).data;
      // What comes next needs what came before; a swap is no task of one index.
      if (task && task.type !== 'indexSwap') await ended(key, task.taskUid);
      return answer;
    };
    for (const index of [live, beside]) {
      await done('POST', '/indexes', { uid: index, primaryKey: 'pk' });
      await done('PATCH', `/indexes/${index}/settings`, { filterableAttributes: ['name'] });
      await done('POST', `/indexes/${index}/documents`, [{ pk: '1', name: index }]);
      await done('GET', `/indexes/${index}/settings`);
      await done('GET', `/indexes/${index}/stats`);
    }
    await done('POST', '/swap-indexes', [{ indexes: [live, beside] }]);
    const name = async () =>
      JSON.stringify(
        await done('POST', `/indexes/${live}/documents/fetch`, { filter: 'name EXISTS' }),
      );
    await expect.poll(name, { timeout: 20_000 }).toContain(beside);
    await done('POST', '/multi-search', { queries: [{ indexUid: live }, { indexUid: beside }] });
    await done('POST', `/indexes/${live}/facet-search`, { facetName: 'name' });
    await done('POST', `/indexes/${live}/documents/delete-batch`, ['1']);
    await done('POST', `/indexes/${live}/documents/delete`, { filter: 'name = x' });
    await done('GET', `/tasks?indexUids=${live}`);
    await done('DELETE', `/indexes/${beside}`);
    expect(JSON.stringify(await done('GET', '/indexes'))).toContain(`"uid":"${live}"`);
  });

  async function ended(key: string, task: number): Promise<void> {
    const status = async () => (await ask(key, 'GET', `/tasks/${task}`)).answer;
    await expect.poll(status, { timeout: 20_000 }).toMatchObject({ status: 'succeeded' });
  }

  it.each([
    ['GET', '/keys'],
    ['GET', '/version'],
    ['GET', '/experimental-features'],
    ['GET', '/webhooks'],
    ['POST', '/dumps'],
    ['POST', '/snapshots'],
    ['POST', '/export', { url: 'http://127.0.0.1:9' }],
    ['DELETE', '/tasks?statuses=succeeded'],
    ['POST', '/indexes', { uid: 'other' }],
    ['POST', '/indexes', { uid: 'articles2' }],
    ['GET', '/indexes/other/documents'],
    ['POST', '/indexes/other/documents', [{ pk: '1' }]],
    ['PATCH', '/indexes/other/settings', {}],
    ['DELETE', '/indexes/other'],
    ['POST', '/multi-search', { queries: [{ indexUid: 'other' }] }],
    ['POST', '/swap-indexes', [{ indexes: [live, 'other'] }]],
    ['PATCH', `/indexes/${live}`, { uid: 'other' }],
  ])('the key may not %s %s', async (method, path, body?: unknown) => {
    expect(await ask(await theKey(), method, path, body)).toMatchObject({
      status: 403,
      answer: { code: 'invalid_api_key' },
    });
  });
});
