import { describe, expect, it } from 'vitest';
import { beginningOf } from '../../src/search/layers.js';

describe('what inflected forms of a wording’s last word begin with', () => {
  it.each([
    ['an infinitive without its ending', 'catmaq', 'cat'],
    ['with front vowels too', 'gelmek', 'gel'],
    ['a noun without a final q that softens', 'azliq', 'azli'],
    ['a short noun as it is', 'emek', 'emek'],
    ['any other word as it is', 'teskilati', 'teskilati'],
  ])('%s', (_, folded, beginning) => {
    expect(beginningOf(folded)).toBe(beginning);
  });
});
