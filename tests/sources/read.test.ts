import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { listInputs, readArticles } from '../../indexer/sources/read.js';
import {
  InputError,
  MAX_RECORD_BYTES,
  PageText,
  RecordError,
} from '../../indexer/sources/source.js';
import type { InputFile, RecordToArticle } from '../../indexer/sources/source.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'axtar-sources-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
};

/** The title is the record itself, so that what a reader gave can be seen. */
const toArticle: RecordToArticle = ({ record, idBase }) => {
  const fields = record instanceof PageText ? { title: record.text } : record;
  const { title } = z.object({ title: z.string() }).parse(fields);
  if (title === 'pis') throw new RecordError([{ path: 'title', message: 'pis' }]);
  return { id: idBase.name, title, body: JSON.stringify(fields), topics: [], lang: 'az' };
};

const readAll = async (path: string): Promise<string[]> => readFiles(await listInputs([path]));

const readFiles = async (files: readonly InputFile[]): Promise<string[]> => {
  const seen: string[] = [];
  for (const file of files) {
    let before = 0;
    for await (const item of readArticles(file, { toArticle })) {
      const place = item.place.replace(`${folder}/`, '');
      seen.push(
        'article' in item
          ? `${place} ${item.article.title}`
          : `${place} ! ${item.reason.replace(`${folder}/`, '')}`,
      );
      expect(item.bytesRead).toBeGreaterThanOrEqual(before);
      expect(item.bytesRead).toBeLessThanOrEqual(file.bytes);
      before = item.bytesRead;
    }
  }
  return seen;
};

describe('listInputs', () => {
  it('walks folders in order and leaves out what it cannot read', async () => {
    for (const name of ['b.txt', 'a/z.csv', 'a/.hidden.txt', 'README.md', 'c.JSONL'])
      write(name, 'x');
    const files = await listInputs([folder, join(folder, 'b.txt')]);
    expect(
      files.map(({ path, kind, bytes }) => [path.slice(folder.length + 1), kind, bytes]),
    ).toEqual([
      ['a/z.csv', 'csv', 1],
      ['b.txt', 'page', 1],
      ['c.JSONL', 'ndjson', 1],
    ]);
  });

  it.each([
    ['absent.txt', /absent\.txt: no such file or folder/],
    ['README.md', /README\.md: expected a folder or a file \.txt/],
    ['empty', /empty: no \.txt/],
    ['x'.repeat(300), /xxx: name too long/],
  ])('refuses %s by name', async (name, message) => {
    write('README.md', 'x');
    mkdirSync(join(folder, 'empty'));
    const refused = listInputs([join(folder, name)]);
    await expect(refused).rejects.toThrow(InputError);
    await expect(refused).rejects.toThrow(message);
  });
});

describe('readArticles', () => {
  it('does not let a page replace another that has the same name', async () => {
    for (const name of ['a/index.txt', 'b/index.txt', 'b/index.ndjson', 'b/other.txt'])
      write(name, name.endsWith('.txt') ? name : '{"title":"bir"}');
    expect(await readAll(folder)).toEqual([
      'a/index.txt a/index.txt',
      'b/index.ndjson:1 bir',
      'b/index.txt ! id "index" is already used by a/index.txt: give the files different names',
      'b/other.txt b/other.txt',
    ]);
    const twice = [join(folder, 'b/other.txt'), `${folder}/b/../b/other.txt`];
    expect(await listInputs(twice)).toHaveLength(1);
  });

  it('reports files that cannot be read, and reads the others', async () => {
    for (const name of ['gone.csv', 'gone.json', 'gone.ndjson', 'gone.txt', 'x.txt'])
      write(name, 'Salam');
    symlinkSync('nowhere', join(folder, 'link.txt'));
    const files = await listInputs([folder]);
    for (const { path } of files.filter((file) => file.path.includes('gone'))) rmSync(path);
    mkdirSync(join(folder, 'gone.csv'));
    mkdirSync(join(folder, 'gone.json'));
    expect(await readFiles(files)).toEqual([
      'gone.csv ! illegal operation on a folder (EISDIR)',
      'gone.json ! illegal operation on a folder (EISDIR)',
      'gone.ndjson ! no such file or folder (ENOENT)',
      'gone.txt ! no such file or folder (ENOENT)',
      'link.txt ! no such file or folder (ENOENT)',
      'x.txt Salam',
    ]);
  });

  it('reads a page as one record, without its byte order mark', async () => {
    expect(await readAll(write('p.txt', '\uFEFFSalam'))).toEqual(['p.txt Salam']);
  });

  it('reads UTF-16 and refuses other encodings', async () => {
    const utf16 = Buffer.from('\uFEFFŞəhər', 'utf16le');
    expect(await readAll(write('p.txt', utf16))).toEqual(['p.txt Şəhər']);
    const latin5 = Buffer.from([0xde, 0x65, 0x68, 0x65, 0x72]);
    expect(await readAll(write('q.txt', latin5))).toEqual(['q.txt ! the text is not valid UTF-8']);
  });

  it('reads NDJSON line by line and goes on after a bad line', async () => {
    const lines = ['{"title":"bir"}', '', '{"title":', '{"title":"pis"}', '{"title":"iki"}\r'];
    const seen = await readAll(write('n.ndjson', lines.join('\n')));
    expect(seen).toHaveLength(4);
    expect(seen[0]).toBe('n.ndjson:1 bir');
    expect(seen[1]).toMatch(/^n\.ndjson:3 ! not valid JSON: /);
    expect(seen[2]).toBe('n.ndjson:4 ! title: pis');
    expect(seen[3]).toBe('n.ndjson:5 iki');
  });

  it('refuses a record that is too large, and reads the next', async () => {
    const large = JSON.stringify({ title: 'x'.repeat(MAX_RECORD_BYTES) });
    const good = '{"title":"iki"}';
    const refused = '! the record is larger than 8 MB';
    expect(await readAll(write('n.jsonl', `${large}\n${good}\n`))).toEqual([
      `n.jsonl:1 ${refused}`,
      'n.jsonl:2 iki',
    ]);
    expect(await readAll(write('a.json', `[${large},\n${good}]`))).toEqual([
      `a.json:1[0] ${refused}`,
      'a.json:2[1] iki',
    ]);
  });

  it('reads a JSON array element by element, with line and index', async () => {
    const text =
      '\uFEFF[\n {"title":"bir, \\"[{\\""},\n {"title":"iki"},\n {"title":oops},\n {"title":"üç"}\n]\n';
    const seen = await readAll(write('a.json', text));
    expect(seen[0]).toBe('a.json:2[0] bir, "[{"');
    expect(seen[1]).toBe('a.json:3[1] iki');
    expect(seen[2]).toMatch(/^a\.json:4\[2\] ! not valid JSON: /);
    expect(seen[3]).toBe('a.json:5[3] üç');
  });

  it.each([
    ['{\n"title": "tək"\n}', ['a.json:1 tək']],
    ['[]', []],
    ['[{"title":"bir"},\n', ['a.json:1[0] bir', 'a.json:2[1] ! the array is not closed']],
    ['[\n{"title":"bir"}', ['a.json:2[0] bir', 'a.json:2[1] ! the array is not closed']],
    [
      '[{"title":"bir"},\n{"title":"ik',
      ['a.json:1[0] bir', 'a.json:2[1] ! the array is not closed'],
    ],
    ['[', ['a.json:1[0] ! the array is not closed']],
    ['  ', []],
  ])('reads the JSON file %j', async (text, expected) => {
    expect(await readAll(write('a.json', text))).toEqual(expected);
  });

  it.each([',', ';', '\t'])('reads CSV separated by %j', async (comma) => {
    const rows = [
      ['id', 'title', 'topics'],
      ['7', '"a ""b"" c"', '"idman|siyaset;x"'],
    ];
    const path = write('c.csv', rows.map((row) => row.join(comma)).join('\r\n'));
    const [file] = await listInputs([path]);
    expect.assertions(1);
    if (file === undefined) return;
    for await (const item of readArticles(file, { toArticle })) {
      expect('article' in item && JSON.parse(item.article.body)).toEqual({
        id: '7',
        title: 'a "b" c',
        topics: ['idman', 'siyaset', 'x'],
      });
    }
  });

  it('names the line of a CSV row, also after cells with line breaks', async () => {
    const text = 'title,body\n"bir","iki\nüç"\n\ndörd,\nbeş,altı,yeddi\npis,x\n"səkkiz\n';
    const seen = await readAll(write('c.csv', text));
    expect(seen.slice(0, 4)).toEqual([
      'c.csv:2 bir',
      'c.csv:5 dörd',
      'c.csv:6 ! expected 2 columns as in the header, found 3',
      'c.csv:7 ! title: pis',
    ]);
    expect(seen[4]).toMatch(/^c\.csv:\d+ ! Quote Not Closed/);
  });
});
