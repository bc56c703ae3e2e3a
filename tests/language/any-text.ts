import fc from 'fast-check';

const AWKWARD = [
  ...Array.from('aeiouəıİIşçğöüäBbKk0159 \n\t\0-–—\'’ꞌ"“”«».,!?…%@'),
  ...Array.from('әӘжЖдДвВоОсСрРһҺјЈҝҸқңұ'),
  ...Array.from('\u0300\u0301\u0307\u0308\u0315\u0323\u0327\u0328\u0330'),
  ...Array.from('\u00AD\u200B\u200C\u200D\u200E\u202E\u2060\uFEFF\u00A0\u2028\u2011\u2212'),
  ...Array.from('ÃÄÅÆâ¼¶§ǝƎﬁ\u212A\u212B½²№٣ابکی👍🏽𝒜'),
  ...['\uD83D', '\uDE00', '2024-cü', 'TDT-nin', 'COP29', 'Əliyev', 'Токаев'],
];

const codeUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));

/** Any string at all, also with halves of surrogate pairs; the awkward characters more often. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(codeUnit).map((units) => units.join('')),
  fc.array(fc.constantFrom(...AWKWARD), { maxLength: 40 }).map((parts) => parts.join('')),
);
