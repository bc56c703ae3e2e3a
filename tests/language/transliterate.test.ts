import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cyrillicAlphabet,
  latinReadings,
  repairHomoglyphs,
} from '../../indexer/language/transliterate.js';

const letterOf = (letters: string) => fc.constantFrom(...Array.from(letters));
const cyrillicWord = fc.string({
  unit: letterOf('абвгдежзийклмнопрстуфхцчшщъыьэюяёәғҝҹөүһјқңұі'),
});

describe('cyrillicAlphabet', () => {
  it.each([
    ['әлијев', 'az'],
    ['һејдәр', 'az'],
    ['қазақстан', 'kk'],
    ['нұрсұлтан', 'kk'],
    ['гянджа', 'ru'],
    ['бейлаган', 'ru'],
    ['токаев', 'unknown'],
    ['', 'unknown'],
  ])('%s is %s', (word, alphabet) => {
    expect(cyrillicAlphabet(word)).toBe(alphabet);
  });
});

describe('latinReadings', () => {
  it.each([
    ['әлијев', ['əliyev']],
    ['азәрбајҹан', ['azərbaycan']],
    ['мушфиг', ['muşfig', 'muşfiq']],
    ['қазақстан', ['qazaqstan']],
    ['тоқаев', ['toqayev']],
    ['токаев', ['tokayev', 'tokaev']],
    ['бакы', ['bakı']],
    ['гянджа', ['gənca', 'gyanca']],
    ['гюлер', ['güler', 'gyuler']],
    ['гумилёв', ['gumilyov', 'gumilöv']],
    ['горбачёв', ['gorbaçov']],
    ['пашинян', ['paşinyan']],
    ['бахтияр', ['baxtiyar']],
    ['мамедъяров', ['mamedyarov']],
    ['зеленский', ['zelenski']],
    ['зеленський', ['zelenski']],
    ['хрущёв', ['xruşşov']],
    ['есенов', ['yesenov', 'esenov']],
  ])('reads %s', (word, readings) => {
    expect(latinReadings(word)).toEqual(readings);
  });

  it('reads a spelling of Russian дж before that of separate letters', () => {
    expect(latinReadings('раджабов')[0]).toBe('racabov');
  });

  it('leaves no Cyrillic letter of the known alphabets in any reading', () => {
    fc.assert(
      fc.property(cyrillicWord, (word) => {
        const readings = latinReadings(word);
        expect(readings.length).toBeGreaterThan(0);
        expect(readings.join('')).not.toMatch(/\p{Script=Cyrillic}/u);
      }),
    );
  });

  it('keeps what is not Cyrillic', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9 '-]*$/), (text) => {
        expect(latinReadings(text)).toEqual([text]);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => latinReadings(text).length > 0));
  });
});

describe('repairHomoglyphs', () => {
  it.each([
    ['Cyrillic ә in a Latin word', 'M\u04d9mm\u04d9dov', 'M\u0259mm\u0259dov'],
    ['a Cyrillic capital', '\u041cəmmədov', 'Məmmədov'],
    ['Latin ə in a Cyrillic word', 'Аз\u0259рбајҹан', 'Аз\u04d9рбајҹан'],
    ['Latin o in a Russian word', 'Р\u006fссия', 'Россия'],
    ['most letters look-alikes, one only Latin', '\u0421\u041eС\u0410R', 'COCAR'],
    ['a foreign letter without a twin', 'Bakıж', 'Bakıж'],
    ['a Latin word', 'Məmmədov', 'Məmmədov'],
    ['a Cyrillic word', 'Әлијев', 'Әлијев'],
    ['no letters', '2025-10', '2025-10'],
  ])('%s', (_, word, repaired) => {
    expect(repairHomoglyphs(word)).toBe(repaired);
  });

  it('keeps the length and is stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: letterOf('aeəoxBaкжәаеохВ1-😀') }), (word) => {
        const repaired = repairHomoglyphs(word);
        expect(repaired).toHaveLength(word.length);
        expect(repairHomoglyphs(repaired)).toBe(repaired);
      }),
    );
  });
});
