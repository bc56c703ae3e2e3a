import { describe, expect, it } from 'vitest';
import { authorId } from '../indexer/document.js';
import { createAnalyzer } from '../indexer/language/analyzer.js';

const analyzer = createAnalyzer();
const idOf = (name: string) => authorId(name, analyzer);

describe('authorId', () => {
  it.each([
    ['Müşfiq Səfərov', 'Musfiq Seferov'],
    ['Müşfiq Səfərov', 'Мушфиг Сафаров'],
    ['Çingiz Əliyev', 'Cingiz Aliyev'],
    ['Əli Rzayev', 'Ali Rzayev'],
    ['Ağa Quliyev', 'Aga Kuliyev'],
    ['ELÇİN ƏKBƏROV', 'Elçin Əkbərov'],
  ])('is one for %s and %s', (name, other) => {
    expect(idOf(other)).toBe(idOf(name));
  });

  it.each([
    ['Leyla Quliyeva', 'Leyla Quliyev'],
    ['Əli Rzayev', 'Vəli Rzayev'],
    ['Anar Həsənov', 'Anar Hüseynov'],
    ['☆☆', '★'],
  ])('is not one for %s and %s', (name, other) => {
    expect(idOf(other)).not.toBe(idOf(name));
  });

  it.each(['☆☆', '—', '...', '中国', '№ 7'])('is never empty: %s', (name) => {
    expect(idOf(name)).not.toBe('');
  });
});
