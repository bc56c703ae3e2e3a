import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAnalyzer } from '../../indexer/language/analyzer.js';
import { openQueryLog } from '../../src/query-log/query-log.js';
import { openWorkplace, type Workplace } from './command.js';

let place: Workplace;
beforeAll(async () => {
  place = openWorkplace();
  const file = join(place.folder, 'data/queries.db');
  const log = openQueryLog({ file, analyzer: createAnalyzer() });
  for (let at = 0; at < 3; at++) log.searched({ q: 'bakı metrosu', total: 5 });
  for (let at = 0; at < 2; at++) log.searched({ q: 'zzqq', total: 0 });
  await log.close();
});
afterAll(() => place.remove());

it('lists what people look for, as a table and as CSV, and forgets it', async () => {
  const top = await place.run(['queries', 'top']);
  expect(top.stdout).toMatch(
    /^searches +empty +opened +query\n +3 +0 +0 +bakı metrosu\n +2 +2 +0 +zzqq\n$/,
  );
  expect((await place.run(['queries', 'empty', '--csv'])).stdout).toBe(
    'query,searches,withoutResults,opened,corrected\r\nzzqq,2,2,0,0\r\n',
  );
  expect((await place.run(['queries', 'unopened', '--limit', '1'])).stdout).toContain(
    'bakı metrosu',
  );
  expect((await place.run(['queries', 'top', '--to', '2020-01-01'])).stdout).toBe(
    'There are no such queries.\n',
  );
  expect((await place.run(['queries', 'clear'])).code).toBe(0);
  expect((await place.run(['queries', 'top'])).stdout).toBe('There are no such queries.\n');
});

it('refuses what is no day', async () => {
  const { code, stderr } = await place.run(['queries', 'top', '--from', '2026-02-30']);
  expect(code).toBe(2);
  expect(stderr).toContain('Expected a day');
});
