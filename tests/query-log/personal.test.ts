import { describe, expect, it } from 'vitest';
import { isPersonal } from '../../src/query-log/personal.js';

describe('a query is kept out that may tell of a person', () => {
  it.each([
    ['an e-mail address', 'leyla.ehmedli@example.az'],
    ['a telephone number', '050 123 45 67'],
    ['one with brackets and signs', '+994 (50) 123-45-67'],
    ['one among words', 'kimin nömrəsidir 0501234567'],
    ['one beside a year', '2024 0501234567'],
    ['a card', '4169 7388 1234 5678'],
    ['a card without gaps', '4169738812345678'],
    ['digits of full width', '０５０１２３４５６７'],
    ['an identity card', 'AZE 12345678'],
    ['a newer one', 'AA1234567'],
    ['a FIN', '5XJ2K9P'],
    ['a FIN in small letters', 'fin 1a2b3c4'],
    ['a number plate', '90-AA-123'],
    ['a bank account', 'AZ21NABZ00000000137010001944'],
    ['a secret', `axtar_search_${'a'.repeat(43)}`],
    ['a pasted text', 'söz '.repeat(30)],
  ])('%s', (_, query) => {
    expect(isPersonal(query)).toBe(true);
  });

  it.each([
    'Tokayev',
    'seçki 2024',
    '2023 2024 büdcə',
    '12.05.2024',
    '2024-05-12 yağış',
    '20 yanvar',
    'covid19',
    'covid-19',
    '500 manat',
    'G20 sammiti',
    '4K televizor',
    '"orta dəhliz" -qatar',
    'İlham Əliyev',
  ])('but not %s', (query) => {
    expect(isPersonal(query)).toBe(false);
  });
});
