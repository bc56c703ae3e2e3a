import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../src/search/parse-query.js';
import { anyText } from '../language/any-text.js';

/** Parts in the query language again, in one way of writing: + for plain, - for excluded. */
const show = (typed: string) =>
  parseQuery(typed)
    .parts.map(
      ({ text, quoted, excluded }) => (excluded ? '-' : '+') + (quoted ? `"${text}"` : text),
    )
    .join(' ');

describe('parseQuery', () => {
  it.each([
    ['nothing', '', ''],
    ['spaces', ' \t\u00A0 ', ''],
    ['signs alone', '- -- "" -"" ?! +', ''],
    ['words', '  baş   nazir ', '+baş +nazir'],
    ['a phrase', '"baş nazir" səfər', '+"baş nazir" +səfər'],
    ['a phrase in other quotes', '«baş nazir» “Orta Dəhliz”', '+"baş nazir" +"Orta Dəhliz"'],
    ['a quote without its partner', 'səfər "baş nazir', '+səfər +"baş nazir"'],
    ['an excluded word', 'neft -qaz', '+neft -qaz'],
    ['only an excluded word', '-qaz', '-qaz'],
    ['an excluded phrase', 'nazir -"baş nazir"', '+nazir -"baş nazir"'],
    ['an excluded word after a no-break hyphen', 'neft \u2011qaz', '+neft -qaz'],
    ['a hyphen inside a word', 'Kasım-Jomart', '+Kasım-Jomart'],
    ['a hyphen at the end of a word', 'Kasım- Jomart', '+Kasım- +Jomart'],
    ['a hyphen apart', 'Bakı - Şuşa', '+Bakı +Şuşa'],
    ['two hyphens', '--qaz', '+--qaz'],
    ['a phrase right after a word', 'a"b c"d', '+a +"b c" +d'],
    ['signs of FTS and SQL', `a* OR (b) NEAR:c; DROP--`, '+a* +OR +(b) +NEAR:c; +DROP--'],
  ])('%s', (_, typed, parts) => {
    expect(show(typed)).toBe(parts);
  });

  it.each([
    ['tok', true],
    ['qazax tok', true],
    ['"baş nazir" sə', true],
    ['tok ', false],
    ['tok\u00A0', false],
    ['"baş nazir"', false],
    ['"baş naz', false],
    ['neft -qa', false],
    ['', false],
    [' ', false],
  ])('whether the last word of %j is unfinished: %s', (typed, unfinished) => {
    expect(parseQuery(typed).unfinished).toBe(unfinished);
  });

  it('takes any text; every part has a letter or a digit', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        for (const { text, quoted } of parseQuery(typed).parts) {
          expect(text).toMatch(/[\p{L}\p{N}]/u);
          expect(text).not.toContain('"');
          if (!quoted) expect(text).not.toMatch(/\s/u);
        }
      }),
    );
  });
});
