import { expect, test } from 'vitest';
import { decodeBody } from '../../../indexer/sources/web/charset.js';

const UTF8 = Buffer.from('Şuşada çiçək bayramı keçirilib, qonaqlar gəlib.');
/** `Şuşa` and `ığ` in windows-1254, where ə is missing. */
const TURKISH = Buffer.from([0xde, 0x75, 0xfe, 0x61, 0x20, 0xfd, 0xf0]);
const CYRILLIC = Buffer.from([0xc1, 0xe0, 0xea, 0xf3]);

test.each([
  ['no word of it', ''],
  ['the truth', 'text/html; charset=utf-8'],
  ['a lie', 'text/html; charset=windows-1254'],
  ['nonsense', 'text/html; charset=klingon'],
])('reads UTF-8 as such when the header tells %s', (_what, header) => {
  expect(decodeBody(UTF8, header).text).toBe(UTF8.toString());
});

test.each([
  ['the header', TURKISH, 'text/html; charset="windows-1254"'],
  ['a header that means Western Europe', TURKISH, 'text/html; charset=iso-8859-1'],
  ['a header that lies', TURKISH, 'text/html; charset=utf-8'],
  ['nobody', TURKISH, 'text/html'],
])('reads Turkish letters as %s says', (_what, bytes, header) => {
  expect(decodeBody(bytes, header)).toEqual({ text: 'Şuşa ığ', charset: 'windows-1254' });
});

test('reads what a page or a feed says of itself', () => {
  for (const head of [
    '<meta charset=windows-1251>',
    '<?xml version="1.0" encoding="windows-1251"?>',
  ]) {
    const bytes = Buffer.concat([Buffer.from(head), CYRILLIC]);
    expect(decodeBody(bytes, 'text/html').text).toBe(`${head}Баку`);
  }
});

test('keeps UTF-8 that has one broken letter, and leaves a byte order mark out', () => {
  const broken = Buffer.concat([UTF8, UTF8, UTF8, Buffer.from([0xc3])]);
  expect(decodeBody(broken, 'text/html; charset=utf-8').charset).toBe('utf-8');
  expect(decodeBody(Buffer.from('\uFEFFSalam')).text).toBe('Salam');
  expect(decodeBody(Buffer.from('\uFEFFSalam', 'utf16le')).text).toBe('Salam');
});
