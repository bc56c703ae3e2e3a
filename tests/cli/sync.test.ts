import { afterAll, beforeAll, expect, test } from 'vitest';
import { longText, openPortal, pageOf, rssOf, type Portal } from '../sync/portal.js';
import { openWorkplace, parseLines, type Workplace } from './command.js';

let portal: Portal;
let workplace: Workplace;
beforeAll(async () => {
  portal = await openPortal();
  workplace = openWorkplace();
});
afterAll(async () => {
  workplace.remove();
  await portal.close();
});

test('says that there are no sources yet', async () => {
  expect(await workplace.run(['sync'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('no sources yet') as unknown,
  });
});

test('adds a source, plans, reads it, and finds what it read', async () => {
  portal.pages.set(
    '/rss.xml',
    rssOf(portal.origin, [{ path: '/1', title: 'Şəkidə ipək sərgisi' }]),
  );
  portal.pages.set('/1', pageOf('Şəkidə ipək sərgisi', longText('ipək sərgisi')));
  const address = `${portal.origin}/rss.xml`;
  const add = ['sources', 'add', 'xeber', 'feed', address, '--allow-private', '--delay', '0'];
  expect(await workplace.run(add)).toMatchObject({ code: 0 });
  const plan = await workplace.run(['sync', '--dry-run']);
  expect(parseLines(plan.stdout)).toMatchObject([{ what: 'add', title: 'Şəkidə ipək sərgisi' }]);
  const read = await workplace.run(['sync', 'xeber']);
  expect(read).toMatchObject({ code: 0, stdout: '' });
  expect(read.stderr).toContain('xeber: 1 added, 0 changed, 0 removed, 0 unchanged, 0 failed');
  expect((await workplace.run(['search', 'sekide ipek'])).stdout).toContain('1 found');
  const [status] = parseLines((await workplace.run(['sources', 'list', '--json'])).stdout);
  expect(status).toMatchObject({ articles: 1, lastRun: { outcome: 'done', added: 1 } });
});

test('an interrupted run keeps what it has read, and the next one goes on', async () => {
  const paths = ['/a', '/b', '/c'];
  const items = paths.map((path) => ({ path, title: `Xəbər ${path}` }));
  portal.pages.set('/uzun.xml', rssOf(portal.origin, items));
  for (const path of paths) portal.pages.set(path, pageOf(`Xəbər ${path}`, longText(path)));
  portal.pages.set('/a', () => undefined);
  const address = `${portal.origin}/uzun.xml`;
  await workplace.run([
    'sources',
    'add',
    'uzun',
    'feed',
    address,
    '--allow-private',
    '--delay',
    '0',
  ]);
  const running = workplace.start(['sync', 'uzun']);
  await expect.poll(() => portal.asked, { timeout: 30_000 }).toContain('/a');
  running.process.kill('SIGINT');
  const { code, stderr } = await running.ended;
  expect(code).toBe(130);
  expect(stderr).toContain('uzun: 2 added');
  portal.pages.set('/a', pageOf('Xəbər /a', longText('/a')));
  expect((await workplace.run(['sync', 'uzun'])).stderr).toContain(
    'uzun: 1 added, 0 changed, 0 removed, 2 unchanged',
  );
});
