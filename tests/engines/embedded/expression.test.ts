import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alternativeCondition,
  exclusions,
  literal,
  unitsOf,
} from '../../../src/engines/condition.js';
import { toExpression } from '../../../src/engines/embedded/expression.js';
import { analyzer, toQuery } from '../../contract/test-index.js';

const FOLDS = '{title_fold extra_fold body_fold}';
const STEMS = '{title_stem extra_stem body_stem}';
const expressionsOf = (typed: string) =>
  unitsOf(toQuery(typed), []).map(({ condition }) => toExpression(condition));

describe('unitsOf', () => {
  it.each([
    ['alma ', [`(${FOLDS} : "alma" OR ${STEMS} : "alma" OR {keys} : "alma")`]],
    ['2024 ', [`(${FOLDS} : "2024" OR ${STEMS} : "2024")`]],
    ['"qırmızı alma"', [`${FOLDS} : "qirmizi alma"`]],
    ['', []],
  ])('%s', (typed, expressions) => {
    expect(expressionsOf(typed)).toEqual(expressions);
  });

  it('asks for the beginning of a half-typed word', () => {
    expect(expressionsOf('kit')[0]).toContain(`${FOLDS} : "kit" *`);
    expect(expressionsOf('kit ')[0]).not.toContain('*');
  });

  it('demands phrases, and keeps units in the order of the query', () => {
    const units = unitsOf(toQuery('heyva "qırmızı alma" zoğal '), []);
    expect(units.map(({ from, to, mandatory }) => ({ from, to, mandatory }))).toEqual([
      { from: 0, to: 0, mandatory: false },
      { from: 1, to: 2, mandatory: true },
      { from: 3, to: 3, mandatory: false },
    ]);
  });

  it('adds the stems of corrections and other wordings', () => {
    const corrected = unitsOf(toQuery('almma '), [[analyzer.word('alma')]])[0];
    expect(corrected && toExpression(corrected.condition)).toContain(`${STEMS} : "alma"`);
    expect(expressionsOf('BMT ')[0]).toContain('"birlesmis milletler teskilati" *');
  });
});

it.each([
  ['', `${FOLDS} : "_"`],
  ['-alma', `((${FOLDS} : "alma" OR ${STEMS} : "alma" OR {keys} : "alma"))`],
  ['-"qırmızı alma"', `(${FOLDS} : "qirmizi alma")`],
])('%s excludes by %s', (typed, expression) => {
  expect(toExpression(exclusions(toQuery(typed).excluded))).toBe(expression);
});

/** Terms, column names, quotes, and the two operators that expressions are made with. */
const SAFE = /^[a-z0-9"():{}_* ANDORT]*$/;
const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 32, max: 126 })))
  .map((codes) => String.fromCharCode(...codes));
const anyQuery = fc
  .array(fc.oneof(anyText, fc.constantFrom('-', '"', ' ', 'NEAR(', 'AND', '{keys} :', 'ə', 'ш')))
  .map((pieces) => pieces.join(''));

it('never lets a character of the query be syntax', () => {
  fc.assert(
    fc.property(anyQuery, (typed) => {
      const query = toQuery(typed);
      const conditions = [
        ...unitsOf(
          query,
          query.words.map(({ word }) => [word]),
        ).map((unit) => unit.condition),
        ...query.words.flatMap(literal),
        ...query.alternatives.map(alternativeCondition),
        exclusions(query.excluded),
      ];
      for (const condition of conditions) expect(toExpression(condition)).toMatch(SAFE);
    }),
    { numRuns: 300 },
  );
});
