import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toColumn, toTerm } from '../../src/engines/terms.js';

it.each([
  ['seher', 'seher'],
  ['2024', '2024'],
  ['TOKAV', 'tokav'],
  ['ア', 'x30a2'],
  ['ə', 'x0259'],
  ['ə1', 'x02591'],
  ['a-b', 'ax002db'],
  ['"', 'x0022'],
  ['a\0', 'ax0000'],
  ['🙂', 'xd83dxde42'],
  ['\ud800', 'xd800'],
  ['', ''],
])('%j is the term %s', (word, term) => {
  expect(toTerm(word)).toBe(term);
});

const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
  .map((codes) => String.fromCharCode(...codes));

it('makes of any string only letters and digits', () => {
  fc.assert(fc.property(units, (word) => /^[a-z0-9]*$/.test(toTerm(word))));
});

it('makes of the beginning of a word the beginning of its term', () => {
  const small = units.map((word) => word.toLowerCase());
  fc.assert(
    fc.property(small, small, (word, rest) => {
      fc.pre((word + rest).toLowerCase() === word + rest);
      expect(toTerm(word + rest).startsWith(toTerm(word))).toBe(true);
    }),
  );
});

it.each([
  ['', ''],
  ['baki seher', 'baki seher'],
  ['baki ア 2024', 'baki x30a2 2024'],
  ['TOKAV ALIV', 'tokav aliv'],
])('the words %j are the column %j', (words, column) => {
  expect(toColumn(words)).toBe(column);
});
