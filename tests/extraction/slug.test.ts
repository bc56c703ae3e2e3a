import { describe, expect, it } from 'vitest';
import { slugOf } from '../../indexer/extraction/slug.js';

describe('slugOf', () => {
  it.each([
    ['İlham Əliyev', 'ilham-eliyev'],
    ['Çıraqqala Öküzgözü', 'ciraqqala-okuzgozu'],
    ['Илһам Әлијев', 'ilham-eliyev'],
    ['Гарабағ аты', 'qarabag-ati'],
    ['Gǝncǝ', 'gence'],
    ['“sitat” & faiz %5 – $10', 'sitat-faiz-5-10'],
  ])('makes %s %s', (text, expected) => {
    expect(slugOf(text)).toBe(expected);
  });

  it('falls back to a stable hash', () => {
    expect(slugOf('中国')).toMatch(/^[0-9a-f]{12}$/);
    expect(slugOf('中国')).toBe(slugOf('中国'));
    expect(slugOf('中国')).not.toBe(slugOf('日本'));
  });
});
