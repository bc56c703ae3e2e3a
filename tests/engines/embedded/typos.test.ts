import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Connection } from '../../../src/engines/database.js';
import { createSchema } from '../../../src/engines/embedded/schema.js';
import { createTypoIndex } from '../../../src/engines/embedded/typos.js';
import { loadEngineSettings } from '../../../src/engines/settings.js';
import { toTerm } from '../../../src/engines/terms.js';

describe('the words that a misspelt one may have been meant for', () => {
  let connection: Connection;
  let row = 0;
  beforeEach(() => {
    connection = openDatabase(':memory:');
    createSchema(connection);
  });
  afterEach(() => connection.close());

  const know = (fold: string) =>
    connection.run('INSERT OR IGNORE INTO vocab (form, fold) VALUES (?, ?)', fold, fold);
  /** Documents that hold nothing but the word. */
  const add = (fold: string, documents = 1) => {
    know(fold);
    for (let count = 0; count < documents; count++)
      connection.run('INSERT INTO fts (rowid, body_fold) VALUES (?, ?)', ++row, toTerm(fold));
  };
  const likeliest = (typed: string) => {
    const typos = createTypoIndex(loadEngineSettings());
    typos.refresh(connection);
    return typos.likeliest(typed, connection).map(({ fold }) => fold);
  };

  it.each([
    ['a letter left out', 'azrbaycan', ['azerbaycan']],
    ['vowels left out', 'azrbycn', ['azerbaycan']],
    ['a letter too many', 'azerbayycan', ['azerbaycan']],
    ['a letter changed', 'azervaycan', ['azerbaycan']],
    ['letters swapped', 'azrebaycan', ['azerbaycan']],
    ['the word itself', 'azerbaycan', []],
    ['another word', 'tarlani', []],
    ['next to nothing', 'az', []],
  ])('%s: %s', (_, typed, expected) => {
    add('azerbaycan');
    expect(likeliest(typed)).toEqual(expected);
  });

  it('finds the twin that has the typed letters', () => {
    add('yas¨');
    expect(likeliest('yas')).toEqual(['yas¨']);
  });

  it('finds the word before laughter', () => {
    add('nazir');
    expect(likeliest('nazirhshsh')).toEqual(['nazir']);
  });

  it('of words that are as near the frequent one comes first', () => {
    add('nazir', 1);
    add('nizar', 30);
    expect(likeliest('nazar')).toEqual(['nizar', 'nazir']);
  });

  it('leaves out words that no document holds any more', () => {
    know('nazir');
    expect(likeliest('nazar')).toEqual([]);
  });

  it('learns words that come later', () => {
    const typos = createTypoIndex(loadEngineSettings());
    typos.refresh(connection);
    add('nazir');
    typos.refresh(connection);
    expect(typos.likeliest('nazar', connection)).toMatchObject([{ fold: 'nazir', documents: 1 }]);
  });

  it('gives no more words than it may', () => {
    for (const letter of 'bcdfghjklmn') add(`xa${letter}ar`);
    expect(likeliest('xaqar').length).toBeLessThanOrEqual(loadEngineSettings().typos.corrections);
  });
});
