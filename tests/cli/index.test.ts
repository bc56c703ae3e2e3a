import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Article } from '../../indexer/article.js';
import { openWorkplace, parseLines } from './command.js';

const place = openWorkplace();
afterAll(() => place.remove());

const page = place.write(
  'pages/kend.txt',
  [
    'Kənddə yeni kitabxana açılıb',
    '',
    'Kitabxana məktəbin yanında tikilib və hər gün səhərdən axşama kimi açıqdır.',
    '',
    'Sakinlər bu xəbəri sevinclə qarşılayıblar.',
  ].join('\n'),
);
const news = place.write(
  'news.ndjson',
  [
    '{"id":"n1","title":"Neft ucuzlaşıb","lang":"az"}',
    '{"id":"n2","title":"Qar yağıb","lang":"az"}',
  ].join('\n'),
);
const table = place.write(
  'table.csv',
  'id,title,author,topics\nc1,"Turnir, başlayıb",Tural İsmayılov,idman\n',
);
const bad = place.write(
  'bad.ndjson',
  [
    '{"id":"b1","title":"Yaxşı xəbər","lang":"az"}',
    '{"id":"b2","title":',
    '{"id":"b3","body":""}',
    '{"id":"b4","title":"Pis gün","date":"dünən"}',
  ].join('\n'),
);

const countOf = async () => {
  const { stdout } = await place.run(['stats', '--json']);
  return z.looseObject({ documents: z.int() }).parse(JSON.parse(stdout)).documents;
};

describe('axtar index', () => {
  it('takes pages, NDJSON and CSV, says on stderr how it went, nothing on stdout', async () => {
    const { code, stdout, stderr } = await place.run(['index', 'pages', news, table]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toMatch(/4 indexed, 0 skipped in [\d.]+ s \(\d+ docs\/s\)\./);
    expect(await countOf()).toBe(4);
  });

  it('replaces by id: the same files again make no new articles', async () => {
    expect((await place.run(['index', 'pages', news, table])).code).toBe(0);
    expect(await countOf()).toBe(4);
  });

  it('reports a bad record with file, line and reason, skips it and goes on', async () => {
    const { code, stderr } = await place.run(['index', bad]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/skipped \S*bad\.ndjson:2: not valid JSON/);
    expect(stderr).toMatch(/skipped \S*bad\.ndjson:3: title: expected a title or a body/);
    expect(stderr).toMatch(/skipped \S*bad\.ndjson:4: date: expected a date such as .*dünən/);
    expect(stderr).toMatch(/1 indexed, 3 skipped/);
    expect(await countOf()).toBe(5);
  });

  it.each([
    ['nothing named', [], /missing required argument 'path'/],
    ['a file that is not there', ['absent.txt'], /absent\.txt: no such file or folder/],
    ['one good, one absent', [news, 'absent.ndjson'], /absent\.ndjson: no such file/],
    ['an option that it does not know', ['--fast', news], /unknown option '--fast'/],
    [
      'a file of another kind',
      [place.write('sekil.png', 'x')],
      /sekil\.png: expected a folder or a file/,
    ],
  ])('refuses %s', async (_, args, message) => {
    const { code, stdout, stderr } = await place.run(['index', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('indexed nothing of what it refused', async () => {
    expect(await countOf()).toBe(5);
  });
});

describe('axtar index --dry-run', () => {
  it('prints the articles as NDJSON and writes no index', async () => {
    const empty = { AXTAR_DATA_DIR: `${place.folder}/untouched` };
    const { code, stdout, stderr } = await place.run(['index', '--dry-run', page, news], '', empty);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const articles = parseLines(stdout).map((line) => Article.parse(line));
    expect(articles).toMatchObject([
      { id: 'kend', title: 'Kənddə yeni kitabxana açılıb', lang: 'az' },
      { id: 'n1', title: 'Neft ucuzlaşıb', body: '' },
      { id: 'n2' },
    ]);
    expect((await place.run(['stats'], '', empty)).stdout).toMatch(/^0 documents/);
  });

  it('reports bad records as indexing does', async () => {
    const { code, stdout, stderr } = await place.run(['index', '--dry-run', bad]);
    expect(code).toBe(1);
    expect(parseLines(stdout)).toHaveLength(1);
    expect(stderr.match(/skipped \S+bad\.ndjson:\d/g)).toHaveLength(3);
  });
});
