import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../indexer/config.js';
import { ExplainAnswer, SearchAnswer } from '../http/shapes.js';
import { openWorkplace } from './command.js';

const place = openWorkplace();
let ids: string[] = [];
beforeAll(async () => {
  expect((await place.run(['index', join(packageRoot(), 'sample')])).code).toBe(0);
  const { stdout } = await place.run(['search', '--json', 'orta dəhliz']);
  ids = SearchAnswer.parse(JSON.parse(stdout)).hits.map(({ id }) => id);
});
afterAll(() => place.remove());

describe('axtar explain', () => {
  it('prints for people where the article stands, and why', async () => {
    const [above = '', id = ''] = ids;
    const { code, stdout, stderr } = await place.run(['explain', 'orta dəhliz', id]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^It stands at place 2 of ${ids.length}\\.$`, 'm'));
    expect(stdout).toMatch(
      /^dəhliz: exact, .*\n( {2}also .*\n)* {2}(title|tags|body) +\d+ +Dəhliz/m,
    );
    expect(stdout).toMatch(/^ {2}1\. It has all 2 words of the query\.$/m);
    expect(stdout).toMatch(new RegExp(`^Above it stands “.*” \\(${above}\\): `, 'm'));
    expect(stdout).not.toMatch(/undefined|NaN|Infinity|\[object/);
  });

  it('prints the answer of the HTTP API', async () => {
    const [id = ''] = ids;
    const { stdout } = await place.run(['explain', '--json', 'orta dəhliz', id]);
    const explained = ExplainAnswer.parse(JSON.parse(stdout));
    expect(explained).toMatchObject({ matches: true, place: 1, totalHits: ids.length });
    expect(explained).not.toHaveProperty('above');
  });

  it('says that the filters leave it out', async () => {
    const [id = ''] = ids;
    const { stdout } = await place.run(['explain', 'orta dəhliz', id, '--to', '2001-01-01']);
    expect(stdout).toMatch(/^It does not match: the filters leave it out\.$/m);
  });

  it('fails when there is no such article', async () => {
    const { code, stdout, stderr } = await place.run(['explain', 'neft', 'yoxdur']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe('axtar: no article has the id "yoxdur".\n');
  });

  it.each([
    ['no id', ['neft'], /missing required argument 'id'/],
    ['a long query', ['ə'.repeat(513), 'neft'], /^axtar: q: .*512/],
    ['--from', ['neft', 'neft', '--from', 'dünən'], /^axtar: from: expected a day such as/],
  ])('refuses %s', async (_, args, message) => {
    const { code, stdout, stderr } = await place.run(['explain', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});
