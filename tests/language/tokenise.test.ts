import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalise } from '../../indexer/language/canonicalise.js';
import { segments } from '../../indexer/language/tokenise.js';
import { anyText } from './any-text.js';

/** The words of a text as typed, parted by a stroke. */
const cut = (text: string) =>
  [...segments(canonicalise(text).text)].map(({ word }) => word).join('|');

describe('segments', () => {
  it.each([
    ['', ''],
    [' \n\t—…!?"\'', ''],
    ['Bakı', 'Bakı'],
    ['Bakı, Şuşa və Gəncə.', 'Bakı|Şuşa|və|Gəncə'],
    ['etmişdir.Eyni vaxtda', 'etmişdir|Eyni|vaxtda'],
    ['L.Qumilyov', 'L|Qumilyov'],
    ['4,3 faiz', '4|3|faiz'],
    ['Bakı–Tbilisi—Qars', 'Bakı|Tbilisi|Qars'],
    ['Qasım-Comərd', 'Qasım|Comərd'],
    ['K\u2011J. Tokayev', 'K|J|Tokayev'],
    ['Şuşa-Laçın yolu', 'Şuşa|Laçın|yolu'],
    ['dövlət-özəl', 'dövlət|özəl'],
    ['salam👍dünya', 'salam|dünya'],
    ['Йени-Җур', 'Йени|Җур'],
    ['صوت باکی', 'صوت|باکی'],
    ['a\0b', 'a|b'],
  ])('parts words: %s', (text, words) => {
    expect(cut(text)).toBe(words);
  });

  it.each([
    ['2024-cü', '2024'],
    ['1990-cı illərin', '1990|illərin'],
    ['2022-2027-ci illər', '2022|2027|illər'],
    ['5-ci, 16-dan, 20-dək', '5|16|20'],
    ['250-yə', '250'],
    ['15%-i', '15'],
    ['2024cü', '2024'],
    ['2024cu', '2024'],
    ['TDT-nin', 'TDT'],
    ['tdt-nin', 'tdt'],
    ['TDT\u2011nin', 'TDT'],
    ['ABŞ-dakı', 'ABŞ'],
    ['BMT-yə üzv', 'BMT|üzv'],
    ['COP29un', 'COP29'],
    ['COP29-un', 'COP29'],
    ['SOCARin', 'SOCAR'],
    ['SOCAR’ın', 'SOCAR'],
    ['NATO’ya', 'NATO'],
    ['XX-ci əsr', 'XX|əsr'],
    ['“Monako”ya', 'Monako'],
    ['«Kəpəz»in', 'Kəpəz'],
    ["Bakı'da", 'Bakı'],
    ["Tokayev'in", 'Tokayev'],
    ["Əli'nin", 'Əli'],
    ["Paris'i", 'Paris'],
    ['МДБ-нин', 'МДБ'],
    ['2024-ҹү ил', '2024|ил'],
  ])('drops the ending of a number, an acronym, a quoted or foreign name: %s', (text, words) => {
    expect(cut(text)).toBe(words);
  });

  it.each([
    ["məs'ul", 'məsul'],
    ["Məs'ul", 'Məsul'],
    ["san'at", 'sanat'],
    ["mə'na", 'məna'],
    ["Mə'na", 'Məna'],
    ["Sün'i intellekt", 'Süni|intellekt'],
    ["Qət'i", 'Qəti'],
    ["O'Connor", 'OConnor'],
    ['dedi: “da”', 'dedi|da'],
    ['Bakı-da', 'Bakı|da'],
    ['BMT-Azərbaycan', 'BMT|Azərbaycan'],
    ['2024-xarici', '2024|xarici'],
    ['“Bakı” “nin”', 'Bakı|nin'],
    ['5km', '5km'],
    ['A320neo', 'A320neo'],
  ])('keeps what is no ending: %s', (text, words) => {
    expect(cut(text)).toBe(words);
  });

  it('gives words in order that stand where it says', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { word, start, end } of segments(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end).replaceAll("'", '')).toBe(word);
          expect(word).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}]*$/u);
          last = end;
        }
      }),
    );
  });
});
