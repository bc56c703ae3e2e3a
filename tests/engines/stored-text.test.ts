import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromStored, toStored } from '../../src/engines/stored-text.js';

it.each([
  ['Şərq', 'Şərq'],
  ['🙂', '🙂'],
  ['a\0b', 'a\\0000b'],
  ['a\\b', 'a\\005cb'],
  ['\ud83d', '\\d83d'],
  ['\ude42\ud83d', '\\de42\\d83d'],
])('%j is stored as %j', (text, stored) => {
  expect(toStored(text)).toBe(stored);
});

it('gives every string back', () => {
  const unit = fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0, 48, 92, 0xd83d));
  const text = fc.array(unit).map((codes) => String.fromCharCode(...codes));
  fc.assert(
    fc.property(text, (given) => {
      expect(fromStored(toStored(given))).toBe(given);
      expect(Buffer.from(toStored(given)).toString()).toBe(toStored(given));
      expect(toStored(given)).not.toContain('\0');
    }),
  );
});
