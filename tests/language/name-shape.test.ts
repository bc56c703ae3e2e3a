import { describe, expect, it } from 'vitest';
import { isNameShaped } from '../../indexer/language/name-shape.js';
import { segments } from '../../indexer/language/tokenise.js';

/** The words of a canonical text that are written as names. */
function namesIn(text: string): string {
  const words = [...segments(text)];
  return words
    .filter((word, at) => isNameShaped(text, word, words[at - 1], words[at + 1]))
    .map(({ word }) => word)
    .join(' ');
}

describe('isNameShaped', () => {
  it.each([
    ['a capital inside a sentence', 'dünən Tokayev gəldi', 'Tokayev'],
    ['a capital after a comma', 'dünən, Bakı yenə', 'Bakı'],
    ['none in small letters', 'dünən tokayev gəldi', ''],
    ['numbers', 'dünən 2025 gəldi', ''],
    ['the first word of a sentence', 'Hökumət qərar verdi', ''],
    ['the first word of the next sentence', 'qərar verdi. Hökumət dedi', ''],
    ['the first word of a line', 'qərar verdi\nHökumət dedi', ''],
    ['the first word after a dash', 'dünən – Hökumət dedi', ''],
    ['a surname at the beginning', 'Nazarbayev gəldi', 'Nazarbayev'],
    ['an inflected surname', 'Əliyevin səfəri', 'Əliyevin'],
    ['a surname in Cyrillic', 'Назарбаев приехал', 'Назарбаев'],
    ['-zadə', 'Nağızadə yazır', 'Nağızadə'],
    ['first name and surname', 'Heydər Əliyev gəldi', 'Heydər Əliyev'],
    ['first name and title', 'Mir Cəlal yazır', 'Mir Cəlal'],
    ['first name and small title', 'Fətəli xan gəldi', 'Fətəli'],
    ['first name and particle', 'Məhəmməd bin Salman gəldi', 'Məhəmməd Salman'],
    ['first name and particle in Cyrillic', 'Насиб бек приехал', 'Насиб'],
    ['no name before a word like a particle', 'Bu da gəldi', ''],
    ['a word alone, as a query is', 'Bakı', 'Bakı'],
    ['a word alone in small letters', 'bakı', ''],
    ['an acronym in a sentence', 'dünən NATO dedi', 'NATO'],
    ['a double name', 'dünən Qasım-Comərd gəldi', 'Qasım Comərd'],
    ['nothing', '', ''],
  ])('%s', (_, text, names) => {
    expect(namesIn(text)).toBe(names);
  });
});
