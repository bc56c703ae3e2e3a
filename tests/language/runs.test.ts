import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRun, findRunEnd } from '../../indexer/language/runs.js';
import { anyText } from './any-text.js';

const RUN = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|'(?=[\p{L}\p{N}]))*/gu;

/** The runs of a text, as the two functions find them in turns. */
function runsIn(text: string): string[] {
  const runs: string[] = [];
  for (let at = findRun(text, 0); at < text.length;) {
    const end = findRunEnd(text, at);
    runs.push(text.slice(at, end));
    at = findRun(text, end);
  }
  return runs;
}

describe('runs of letters and digits', () => {
  it.each([
    ['', []],
    [' … ', []],
    ['Bakı, 2024', ['Bakı', '2024']],
    ["məs'ul 'sitat'", ["məs'ul", 'sitat']],
    ['s\u0327əhər', ['s\u0327əhər']],
    ['\u0327a', ['a']],
    ['Bakı–Şuşa…Gəncə', ['Bakı', 'Şuşa', 'Gəncə']],
    ["a'صوت", ["a'صوت"]],
    ['صوت باکی', ['صوت', 'باکی']],
    ['𐐀a 👍b', ['𐐀a', 'b']],
  ])('%j', (text, runs) => {
    expect(runsIn(text)).toEqual(runs);
  });

  it('are what the expression finds, in any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(runsIn(text)).toEqual(text.match(RUN) ?? []);
      }),
    );
  });
});
