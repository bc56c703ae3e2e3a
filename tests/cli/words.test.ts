import { afterAll, beforeAll, expect, it } from 'vitest';
import { join } from 'node:path';
import { openWordsStore } from '../../src/words/store.js';
import { openWorkplace, type Workplace } from './command.js';

let place: Workplace;
beforeAll(() => {
  place = openWorkplace();
});
afterAll(() => place.remove());

const road = {
  id: 'test-road',
  mode: 'oneway' as const,
  head: 'yolqırağı',
  members: ['şosekənarı'],
};

it('lists, exports and undoes what was saved', async () => {
  expect((await place.run(['words', 'history'])).stdout).toBe('Nothing was changed.\n');
  openWordsStore(join(place.folder, 'data/words')).commit(() => ({
    groups: [road],
    by: 'a1',
    note: 'yollar',
  }));
  const history = await place.run(['words', 'history']);
  expect(history.stdout).toMatch(/^1 {2}\S+Z {2}a1 · \+test-road · yollar\n$/);
  expect(JSON.parse((await place.run(['words', 'export'])).stdout)).toMatchObject({
    groups: [road],
  });
  const undone = await place.run(['words', 'undo', '0']);
  expect(undone).toMatchObject({ code: 0, stderr: 'Saved version 2.\n' });
  expect((await place.run(['words', 'history'])).stdout).toMatch(/^2 .*back to 0 · -test-road\n1 /);
  const far = await place.run(['words', 'undo', '7']);
  expect(far).toMatchObject({
    code: 2,
    stderr: 'axtar: version: expected a version from 0 to 2\n',
  });
});

it('ends with 2 and the place when the file cannot be read', async () => {
  place.write('data/words/words.json', '{"version": 1, "number": 1, "groups": [{"id": "Road"}]}');
  const { code, stderr } = await place.run(['words', 'history']);
  expect(code).toBe(2);
  expect(stderr).toContain('words.json: groups[0].id: ');
});
