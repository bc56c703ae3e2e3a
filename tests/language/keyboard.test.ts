import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyboardReadings } from '../../indexer/language/keyboard.js';

const letterOf = (letters: string) => fc.constantFrom(...Array.from(letters));

describe('keyboardReadings', () => {
  it.each([
    ['ещлфнум', 'tokayev', 'ru', 'az'],
    ['Njrftd', 'Токаев', 'us', 'ru'],
    ['фяукифнсфт', 'azerbaycan', 'ru', 'az'],
    ['фяэкифнсфт', 'azərbaycan', 'ru', 'az'],
    ['ФЛБ', 'AKÇ', 'ru', 'az'],
    ['əhməd', 'эрьэв', 'az', 'ru'],
  ])('%s → %s', (text, meant, from, to) => {
    expect(keyboardReadings(text)).toContainEqual({ text: meant, from, to });
  });

  it('puts the switch that is forgotten most first', () => {
    expect(keyboardReadings('ещлфнум')).toEqual([{ text: 'tokayev', from: 'ru', to: 'az' }]);
    expect(keyboardReadings('bak;')[0]).toEqual({ text: 'ифлж', from: 'us', to: 'ru' });
    expect(keyboardReadings('bak;')).toContainEqual({ text: 'bakı', from: 'us', to: 'az' });
  });

  it('reads nothing from a layout that lacks one of the letters', () => {
    expect(keyboardReadings('şimal').map(({ from }) => from)).not.toContain('us');
    expect(keyboardReadings('қазақ')).toEqual([]);
  });

  it('keeps digits and spaces', () => {
    expect(keyboardReadings('ифлг 2025')[0]?.text).toBe('baku 2025');
    expect(keyboardReadings('2025')).toEqual([]);
  });

  it('gives each text once, never the typed one, and the way back leads home', () => {
    const typed = fc.string({ unit: letterOf('qwertyüöğşçıəйцукенфыва QWЙЦİI1') });
    fc.assert(
      fc.property(typed, (text) => {
        const readings = keyboardReadings(text);
        const texts = readings.map((reading) => reading.text);
        expect(new Set([text, ...texts]).size).toBe(texts.length + 1);
        for (const reading of readings) {
          expect(keyboardReadings(reading.text).map((back) => back.text)).toContain(text);
        }
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => keyboardReadings(text).length < 7),
    );
  });
});
