import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openWorkplace } from './command.js';

const place = openWorkplace();
afterAll(() => place.remove());

describe('settings that cannot be used end a command with 2 and the name of the variable', () => {
  it.each([
    ['AXTAR_ENGINE', 'nonsense', /"embedded"/],
    ['MEILI_URL', 'localhost:7700', /http or https address/],
    ['MEILI_API_KEY_FILE', '/nowhere/key', /cannot be read/],
    ['AXTAR_INDEX', 'a b', /letters, digits/],
    ['AXTAR_SEARCH_THREADS', '0', />=1/],
    ['AXTAR_SEARCH_THREADS', 'many', /number/],
    ['PORT', 'http', /number/],
    ['PORT', '70000', /65535/],
  ])('%s=%s', async (name, value, message) => {
    const { code, stdout, stderr } = await place.run(['stats'], '', {
      ...(name.startsWith('MEILI') ? { AXTAR_ENGINE: 'meilisearch' } : {}),
      ...(name === 'MEILI_API_KEY_FILE' ? { MEILI_URL: 'http://127.0.0.1:1' } : {}),
      [name]: value,
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^axtar: ${name}: `));
    expect(stderr).toMatch(message);
  });

  it('all that is wrong is said at once, a line each', async () => {
    const { code, stderr } = await place.run(['serve'], '', {
      HOST: '0.0.0.0',
      PORT: 'http',
      AXTAR_ENGINE: 'meilisearch',
      MEILI_API_KEY_FILE: '/nowhere/key',
      AXTAR_SEARCH_RATE_LIMIT: '-1',
      AXTAR_CORS_ORIGINS: 'portal.az',
    });
    expect(code).toBe(2);
    const names = stderr
      .trimEnd()
      .split('\n')
      .map((line) => /^(?:axtar: )?([A-Z_]+): ./.exec(line)?.[1]);
    expect(names.sort()).toEqual([
      'AXTAR_CORS_ORIGINS',
      'AXTAR_SEARCH_ACCESS',
      'AXTAR_SEARCH_RATE_LIMIT',
      'MEILI_API_KEY_FILE',
      'MEILI_URL',
      'PORT',
    ]);
  });

  it('who may search matters to none but the service', async () => {
    expect((await place.run(['stats'], '', { HOST: '0.0.0.0' })).code).toBe(0);
  });

  it('a variable set to nothing is not set', async () => {
    const nothing = { AXTAR_ENGINE: '', AXTAR_SEARCH_THREADS: '', PORT: '' };
    expect((await place.run(['stats'], '', nothing)).code).toBe(0);
  });

  it.each([
    ['a file', 'fayl', 'text', /words\.json: cannot be read: not a folder/],
    [
      'a folder with another index',
      'basqa/index/index-1.db',
      'no database',
      /Cannot \w+ the index file/,
    ],
  ])('a data folder that is %s', async (_, name, content, message) => {
    place.write(name, content);
    const variables = { AXTAR_DATA_DIR: `${place.folder}/${name.split('/')[0] ?? ''}` };
    const { code, stderr } = await place.run(['stats'], '', variables);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('axtar', () => {
  it.each([
    ['--help', 0, /Commands:/],
    ['index --help', 0, /130 interrupted/],
    ['--version', 0, /^\d+\.\d+\.\d+\n$/],
    ['', 2, /Usage: axtar/],
    ['find', 2, /unknown command 'find'/],
  ])('%j ends with %i', async (line, code, message) => {
    const outcome = await place.run(line === '' ? [] : line.split(' '));
    expect(outcome.code).toBe(code);
    expect(outcome.stdout + outcome.stderr).toMatch(message);
  });
});

describe('axtar stats', () => {
  it('of an empty index', async () => {
    const { code, stdout } = await place.run(['stats']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^0 documents, 0 distinct words, [\d.]+ MB, last written never\n$/);
  });

  it('as JSON', async () => {
    await place.run(['index', place.write('bir.ndjson', '{"id":"1","title":"Neft ucuzlaşıb"}')]);
    const { stdout } = await place.run(['stats', '--json']);
    const shape = z.strictObject({
      documents: z.literal(1),
      words: z.int().min(2),
      bytes: z.int().min(1),
      updatedAt: z.iso.datetime({ offset: true }),
      revision: z.string().min(1),
      analysis: z.string().min(1),
    });
    expect(shape.safeParse(JSON.parse(stdout)).error).toBeUndefined();
  });
});
