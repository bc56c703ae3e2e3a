import { describe, expect, it } from 'vitest';
import { otherKeyboards } from '../../src/search/other-keyboards.js';

const readings = (typed: string) => otherKeyboards(typed).map(({ text }) => text);

describe('what was typed on another keyboard', () => {
  it.each([
    ['Russian for Latin', 'ифлг', 'baku'],
    ['Latin for Russian', 'ytan', 'нефт'],
    ['signs for letters', 'bak;', 'bakı'],
    ['a word with ь in it', 'ctvmz', 'семья'],
  ])('may be %s', (_, typed, expected) => {
    expect(readings(typed)).toContain(expected);
  });

  it.each([
    ['begins with ь', 'mal', 'ьфд'],
    ['begins with ы in the second word', 'bir sac', 'ишк ыфс'],
    ['has a vowel after ь', 'emek', 'уьул'],
    ['has a sign for a letter', 'qılınç', 'q;l;n,'],
  ])('is nothing that %s', (_, typed, unread) => {
    expect(readings(typed)).not.toContain(unread);
  });
});
