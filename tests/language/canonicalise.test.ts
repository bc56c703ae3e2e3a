import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalise, originSpan } from '../../indexer/language/canonicalise.js';
import { anyText } from './any-text.js';

describe('canonicalise', () => {
  it.each([
    ['nothing', '', ''],
    ['canonical text', 'Şəhər - “yox”'.replaceAll(/[“”]/g, '"'), 'Şəhər - "yox"'],
    ['dashes are punctuation', 'Bakı – Şuşa — Ağdam', 'Bakı – Şuşa — Ağdam'],
    ['a decomposed ş', 's\u0327', 'ş'],
    ['a decomposed word', 'Go\u0308yc\u0327ay', 'Göyçay'],
    ['a decomposed İ', 'I\u0307smayıl', 'İsmayıl'],
    ['İ after a naive lower-casing', 'i\u0307smayıl', 'ismayıl'],
    ['a dot above and one more mark', 'i\u0307\u0301', 'í'],
    ['a soft hyphen', 'Azər\u00ADbaycan', 'Azərbaycan'],
    ['a zero-width space', 'Bakı\u200Bda', 'Bakıda'],
    ['direction marks', '\u202BBakı\u202C\u200F', 'Bakı'],
    ['a byte order mark', '\uFEFFBakı', 'Bakı'],
    ['a word joiner between letter and mark', 's\u2060\u0327', 'ş'],
    ['ZWNJ in Latin text', 'ana\u200Cdil', 'anadil'],
    ['ZWNJ in Perso-Arabic text', 'می\u200Cروم', 'می روم'],
    ['a no-break space', '20\u00A0oktyabr', '20 oktyabr'],
    ['a narrow no-break space', '18\u202F535', '18 535'],
    ['a no-break hyphen', 'Kasım\u2011Jomart', 'Kasım-Jomart'],
    ['a full-width hyphen', 'TDT\uFF0Dnin', 'TDT-nin'],
    ['apostrophes', 'a’b‘cʼd´e`f′gꞌh', "a'b'c'd'e'f'g'h"],
    ['a saltillo alone', 'mꞌs', "m's"],
    ['quotes', '“a” „b‟ «c» ‹d›', '"a" "b" "c" "d"'],
    ['a look-alike schwa', 'M\u01DDkt\u01DDb \u018Eli', 'Məktəb Əli'],
    ['UTF-8 read as Windows-1252', 'ÅŸÉ™hÉ™r', 'şəhər'],
    ['Windows-1254 read as 1252', 'Baþ nazir daðýldý', 'Baş nazir dağıldı'],
    ['Icelandic stays', 'Það er góð bók', 'Það er góð bók'],
    ['one stray þ may be meant', 'þ', 'þ'],
    ['one stray Ã¼ may be meant', 'Ã¼', 'Ã¼'],
    ['Cyrillic stays', 'Мәммәдов', 'Мәммәдов'],
  ])('%s', (_, text, canonical) => {
    expect(canonicalise(text).text).toBe(canonical);
  });

  it('changes canonical text no more', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = canonicalise(text).text;
        expect(canonicalise(once).text).toBe(once);
      }),
    );
  });
});

describe('originSpan', () => {
  it.each([
    ['all of it', 'a\u00ADb', 'ab', 'a\u00ADb'],
    ['a composed letter', 'xs\u0327y', 'ş', 's\u0327'],
    ['after something deleted', '\u200B\u200BBakı', 'Bakı', 'Bakı'],
    ['before something deleted', 'Bakı\u200B Şuşa', 'Bakı', 'Bakı'],
    ['inside a repaired word', 'ÅŸÉ™hÉ™r', 'hə', 'hÉ™'],
    ['canonical text', 'Bakı Şuşa', 'Şuşa', 'Şuşa'],
  ])('%s', (_, original, part, origin) => {
    const canonical = canonicalise(original);
    const at = canonical.text.indexOf(part);
    const [start, end] = originSpan(canonical, at, at + part.length);
    expect(original.slice(start, end)).toBe(origin);
  });

  it('leads every unit to a place in the original, in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const canonical = canonicalise(text);
        let last = 0;
        for (let unit = 0; unit < canonical.text.length; unit++) {
          const [start, end] = originSpan(canonical, unit, unit + 1);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = start;
        }
      }),
    );
  });
});
