import { describe, expect, it } from 'vitest';
import { createRecordReader } from '../../indexer/extraction/article.js';
import { loadExtractionRules } from '../../indexer/extraction/rules.js';
import { createTopicCatalogue, loadTopics } from '../../indexer/extraction/topics.js';
import { PageText, RecordError } from '../../indexer/sources/source.js';

const toArticle = createRecordReader({
  rules: loadExtractionRules(),
  topics: createTopicCatalogue(loadTopics()),
  tagTopics: () => ['tehsil'],
});
const read = (record: unknown, shared = true) =>
  toArticle({ place: 'list.ndjson:1', record, idBase: { name: 'list', shared } });

describe('createRecordReader', () => {
  it('takes every field of a record, and other names of the same fields', () => {
    const article = read({
      id: 17,
      title: '  Yeni   park ',
      content: 'Birinci.\r\n\r\n\r\nSəhər.',
      author: 'Aynur Quliyeva',
      date: '2024-01-05T10:00',
      topic: 'Cəmiyyət',
      subtopic: 'Futbol',
      tags: 'park, yaşıllıq',
      source: 'Bağça',
      url: 'https://bagca.example/1',
      views: 5,
    });
    expect(article).toEqual({
      id: '17',
      title: 'Yeni park',
      body: 'Birinci.\n\nSəhər.',
      author: 'Aynur Quliyeva',
      date: '2024-01-05T10:00:00+04:00',
      topics: ['cemiyyet', 'idman'],
      tags: ['park', 'yaşıllıq'],
      source: 'Bağça',
      url: 'https://bagca.example/1',
      lang: 'az',
    });
  });

  it('takes null, blank and a date without a day for absent', () => {
    const article = read({ id: 'a', title: 'Şəhər', author: null, source: ' ', date: '2024-01' });
    expect(article).toEqual({ id: 'a', title: 'Şəhər', body: '', topics: ['tehsil'], lang: 'az' });
  });

  it('derives a missing title from the first sentence', () => {
    const article = read({ body: 'Prof. Ə. Vəliyev gəldi. Sonra getdi.' });
    expect(article).toMatchObject({ title: 'Prof. Ə. Vəliyev gəldi.', titleDerived: true });
  });

  it('makes an id that does not depend on the place', () => {
    const first = read({ title: 'Şəhər', date: '2024-01-05' });
    const again = toArticle({
      place: 'list.ndjson:9',
      record: { title: 'Şəhər', date: '2024-01-05' },
      idBase: { name: 'list', shared: true },
    });
    expect(again.id).toBe(first.id);
    expect(first.id).toMatch(/^list-[0-9a-f]{12}$/);
    expect(read({ title: 'Kənd', date: '2024-01-05' }).id).not.toBe(first.id);
    const other = read({ title: 'Şəhər', date: '2024-01-05', body: 'Başqa xəbər.' });
    expect(other.id).not.toBe(first.id);
  });

  it('takes text of which nothing is visible for absent', () => {
    const hidden = '\u200B\0 \u2060\u3164';
    const record = { id: 'a', title: hidden, author: hidden, topics: [hidden], subtitle: '\u200B' };
    expect(read({ ...record, body: `${hidden}\nBakıda külək əsir.` })).toMatchObject({
      title: 'Bakıda külək əsir.',
      topics: ['tehsil'],
    });
    expect(read({ ...record, body: 'Bakı.' })).not.toHaveProperty('author');
    expect(() => read({ ...record, body: hidden })).toThrow('title: expected a title or a body');
  });

  it('takes the file name as the id of a page', () => {
    const page = new PageText(
      'Dağ yolu\n05.03.2024\nYol bu gün nəqliyyatın üzünə açılıb və gediş artıq təhlükəsizdir.',
    );
    expect(read(page, false)).toMatchObject({
      id: 'list',
      title: 'Dağ yolu',
      date: '2024-03-05T00:00:00+04:00',
    });
  });

  it.each([
    {
      id: 'a',
      title: 'Şəhər',
      topics: ['siyaset', 'Kosmos xəbərləri'],
      body: 'Bir.\n\nİki.',
      lang: 'az',
    },
    { body: 'Başlıqsız mətn. İkinci cümlə.', tags: ['x', 'y'], archivedAt: '2 noyabr 2024 08:05' },
    {
      title: 'News',
      subtitle: 'More',
      authorRole: 'şair',
      lang: 'en',
      source: 'Qəzet',
      url: 'https://a.example/b',
    },
    { title: 'Multimedia xəbəri', topic: 'Digər' },
  ])('makes the same article of an exported one: %#', (record) => {
    const exported = read(record);
    expect(read(JSON.parse(JSON.stringify(exported)))).toEqual(exported);
  });

  it.each([
    [{}, /title: expected a title or a body/],
    [{ id: 'a', title: '', body: null }, /title: expected a title or a body/],
    [{ title: 5 }, /title: .*expected string, received number/],
    [
      { title: 'Şəhər', date: '2024-02-30' },
      /date: expected a date such as .* received "2024-02-30"/,
    ],
    [{ title: 'Şəhər', date: 1700000000 }, /date: .*expected string/],
    [{ title: 'Şəhər', archivedAt: 'dünən' }, /archivedAt: expected a date/],
    [{ title: 'Şəhər', url: 'bagca' }, /url: expected an http or https address/],
    [{ title: 'Şəhər', url: 'javascript:alert(1)' }, /url: expected an http/],
    [{ title: 'Şəhər', url: 'data:text/html,x' }, /url: expected an http/],
    [{ title: 'Şəhər', date: '9999-12-31T23:59:59Z' }, /date: expected a date/],
    [{ title: 'Şəhər', id: '.' }, /id: expected an id other than/],
    [{ title: 'Şəhər', id: ' .. ' }, /id: expected an id other than/],
    [{ title: 'Şəhər', lang: 'azərbaycanca' }, /lang: expected a language code/],
    [{ title: 'Şəhər', tags: ['a', 3] }, /tags/],
    [['Şəhər'], /expected object, received array/],
    ['Şəhər', /expected object, received string/],
    [new PageText('Ana səhifə\nSiyasət\n'), /no article found on the page/],
  ])('refuses %j', (record, reason) => {
    expect(() => read(record)).toThrow(reason);
  });

  it('refuses the file name as an id no less than a given one', () => {
    const page = new PageText('Yol bu gün nəqliyyatın üzünə açılıb və gediş artıq təhlükəsizdir.');
    const source = { place: '..txt', record: page, idBase: { name: '.', shared: false } };
    expect(() => toArticle(source)).toThrow(RecordError);
  });
});
