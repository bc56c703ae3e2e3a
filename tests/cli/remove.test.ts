import { afterAll, expect, it } from 'vitest';
import { openWorkplace } from './command.js';

const place = openWorkplace();
afterAll(() => place.remove());

it('removes articles by id, says how many, and says with 1 that some were not there', async () => {
  const file = place.write(
    'xeber.ndjson',
    ['a', 'b'].map((id) => JSON.stringify({ id, title: `Xəbər ${id}`, body: 'Mətn.' })).join('\n'),
  );
  expect((await place.run(['index', file])).code).toBe(0);
  const outcome = await place.run(['remove', 'a', 'yoxdur']);
  expect(outcome).toMatchObject({ code: 1, stdout: '' });
  expect(outcome.stderr).toBe('1 removed, 1 not found.\n');
  const { stdout } = await place.run(['export']);
  expect(stdout.trim().split('\n')).toHaveLength(1);
  expect((await place.run(['remove', 'b'])).code).toBe(0);
});
