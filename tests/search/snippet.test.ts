import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mark } from '../../src/search/highlight.js';
import { choosePassage } from '../../src/search/snippet.js';

/** Marks on every place of the given words in a text; the words count as those of the query. */
function marksOn(text: string, ...words: string[]): Mark[] {
  const found = words.flatMap((word, at) =>
    [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => ({
      start: index,
      end: index + word.length,
      token: index,
      words: [at],
      layer: 'exact' as const,
    })),
  );
  return found.sort((a, b) => a.start - b.start);
}

const snippet = (text: string, ...words: string[]) => {
  const { start, end } = choosePassage(text, marksOn(text, ...words));
  return text.slice(start, end);
};

const HALF_CHARACTER = /\p{Cs}/u;
const filler = 'Burada heç nə yazılmayıb, sadəcə yer tutan cümlədir. '.repeat(12);

describe('choosePassage', () => {
  it.each([
    ['nothing', '', ''],
    ['a short text whole', 'Qısa mətn.', 'Qısa mətn.'],
    ['a short text whole, also with marks', 'Qısa neft xəbəri.', 'Qısa neft xəbəri.'],
  ])('%s', (_, text, passage) => {
    expect(snippet(text, 'neft')).toBe(passage);
  });

  it('begins a long text without marks at its beginning', () => {
    expect(snippet(filler)).toMatch(/^Burada heç nə/);
    expect(snippet(filler).length).toBeLessThanOrEqual(280);
  });

  it('begins with the sentence of the mark when that is near', () => {
    expect(snippet(`${filler}Dünən neft ucuzlaşdı. ${filler}`, 'neft')).toMatch(/^Dünən neft/);
  });

  it('begins at a word when the sentence began far away', () => {
    const text = `${'söz '.repeat(60)}neft ${'söz '.repeat(60)}`;
    expect(snippet(text, 'neft')).toMatch(/^söz (?:söz )*neft /);
  });

  it('prefers the place with most of the different words', () => {
    const text = `neft neft neft neft. ${filler}Burada neft və qaz var. ${filler}qaz`;
    expect(snippet(text, 'neft', 'qaz')).toContain('neft və qaz');
  });

  it('of places that are alike it takes the first', () => {
    const text = `Birinci neft. ${filler}İkinci neft. ${filler}`;
    expect(snippet(text, 'neft')).toMatch(/^Birinci neft/);
  });

  it.each([
    ['spaces are far away', `${'a/'.repeat(300)}neft${'/b'.repeat(300)}`],
    ['the only space comes after the mark', `${'a/'.repeat(300)}neft son`],
    ['the text is of emoji', `a${'👍'.repeat(301)}neft${'👍'.repeat(301)}`],
    ['the sentence begins right before', `${filler}! neft${'x'.repeat(400)}`],
  ])('holds the mark even when %s', (_, text) => {
    expect(snippet(text, 'neft')).toContain('neft');
    expect(snippet(text, 'neft')).not.toMatch(HALF_CHARACTER);
  });

  const piece = fc.constantFrom(
    'neft',
    'qaz',
    'söz',
    ' ',
    '. ',
    '\n\n',
    'a/b',
    '👍',
    '…»',
    'uzun'.repeat(30),
  );
  const anyLayout = fc.array(piece, { maxLength: 300 }).map((parts) => parts.join(''));

  it('lies inside any text, holds a mark if there is one, is short and cuts no character', () => {
    fc.assert(
      fc.property(anyLayout, (text) => {
        const marks = marksOn(text, 'neft', 'qaz');
        const { start, end } = choosePassage(text, marks);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(end - start).toBeLessThanOrEqual(281);
        expect(text.slice(start, end)).not.toMatch(HALF_CHARACTER);
        const inside = marks.some((mark) => start <= mark.start && mark.end <= end);
        expect(inside).toBe(marks.length > 0);
      }),
    );
  });
});
