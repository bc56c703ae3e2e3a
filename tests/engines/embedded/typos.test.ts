import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Connection } from '../../../src/engines/database.js';
import { createSchema } from '../../../src/engines/embedded/schema.js';
import { loadEngineSettings } from '../../../src/engines/settings.js';
import { createTypoIndex } from '../../../src/engines/embedded/typos.js';
import { editDistance } from '../../../src/engines/typos.js';

describe('editDistance', () => {
  it.each([
    ['baki', 'baki', 0],
    ['bkai', 'baki', 1],
    ['bak', 'baki', 1],
    ['bakki', 'baki', 1],
    ['buki', 'baki', 1],
    ['abki', 'baki', 1],
    ['aki', 'baki', 1],
    ['abik', 'baki', 2],
    ['', 'ab', 2],
    ['ab', '', 2],
    ['', '', 0],
    // A swapped pair is not edited again: optimal string alignment, not Damerau's distance.
    ['ca', 'abc', 3],
    ['azerbaycan', 'azrebaycna', 2],
  ])('%s to %s is %i', (a, b, distance) => {
    expect(editDistance(a, b, 4)).toBe(distance);
  });

  it('says only that it is more, above the most', () => {
    expect(editDistance('alma', 'armud', 1)).toBeGreaterThan(1);
    expect(editDistance('abcdefgh', 'hgfedcba', 2)).toBeGreaterThan(2);
  });

  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });

  it('is the same both ways, and zero only between equals', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 20)).toBe(editDistance(b, a, 20));
        expect(editDistance(a, b, 20) === 0).toBe(a === b);
      }),
    );
  });

  it('tells the same up to the most, whatever the most is', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
        const distance = editDistance(a, b, 20);
        const bounded = editDistance(a, b, most);
        expect(Math.min(bounded, most + 1)).toBe(Math.min(distance, most + 1));
      }),
    );
  });
});

describe('nearest', () => {
  let connection: Connection;
  beforeEach(() => {
    connection = openDatabase(':memory:');
    createSchema(connection);
  });
  afterEach(() => connection.close());

  const add = (...folds: readonly string[]) => {
    for (const fold of folds)
      connection.run('INSERT INTO vocab (form, fold) VALUES (?, ?)', fold, fold);
  };

  it.each([
    // Three letters hold no error, four to seven hold one, eight and more hold two.
    ['bak', ['baki'], []],
    ['baku', ['baki'], ['baki']],
    ['buku', ['baki'], []],
    ['azrbaycn', ['azerbaycan'], ['azerbaycan']],
    ['azrbycn', ['azerbaycan'], []],
    // Only the nearest, and of equally near ones those that begin alike first.
    ['respublica', ['respublika', 'respublikas', 'republica'], ['respublika', 'republica']],
    ['nazar', ['bazar', 'nazir', 'nizar'], ['nazir', 'nizar', 'bazar']],
    // The first letter may be wrong too.
    ['takvim', ['zakvim'], ['zakvim']],
    ['alma', ['alma'], []],
    ['alma', [], []],
  ])('of %s among %j is %j', (typed, known, expected) => {
    add(...known);
    const typos = createTypoIndex(loadEngineSettings());
    typos.refresh(connection);
    expect(typos.nearest(typed)).toEqual(expected);
  });

  it('learns words that come later, each once', () => {
    const typos = createTypoIndex(loadEngineSettings());
    add('nazir');
    typos.refresh(connection);
    add('bazar');
    connection.run("INSERT INTO vocab (form, fold) VALUES ('nazır', 'nazir')");
    typos.refresh(connection);
    typos.refresh(connection);
    expect(typos.nearest('nazar')).toEqual(['nazir', 'bazar']);
  });

  it('gives no more words than it may', () => {
    add(...Array.from('bcdfghjklmn', (letter) => `a${letter}ar`));
    const settings = loadEngineSettings();
    const typos = createTypoIndex(settings);
    typos.refresh(connection);
    expect(typos.nearest('azar')).toHaveLength(settings.typos.corrections);
  });
});
