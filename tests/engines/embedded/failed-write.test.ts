import { z } from 'zod';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createAnalyzer } from '../../../indexer/language/analyzer.js';
import { openDatabase } from '../../../src/engines/database.js';
import { openFolder } from '../../../src/engines/embedded/location.js';
import { openWriter } from '../../../src/engines/embedded/write-lock.js';
import { makeDocument } from '../../contract/test-index.js';
import { makeTemporaryFolder, type TemporaryFolder } from './folder.js';

let folder: TemporaryFolder;
beforeEach(() => {
  folder = makeTemporaryFolder();
});
afterEach(() => folder.remove());

const LOST_FORMS = `SELECT count(*) FROM docs, json_each(?) AS wanted
  WHERE NOT EXISTS (SELECT 1 FROM vocab WHERE form = wanted.value)`;

it('remembers nothing of a write that failed half-way', () => {
  const writer = openWriter(openFolder(folder.path), createAnalyzer());
  const failed = () =>
    writer.transaction((index) => {
      index.upsert([makeDocument({ id: 'a', body: 'zurna balaban' })]);
      throw new Error('no room');
    });
  expect(failed).toThrow('no room');
  writer.transaction((index) => index.upsert([makeDocument({ id: 'b', body: 'zurna qaval' })]));
  writer.close();
  const connection = openDatabase(openFolder(folder.path).file('index-1.db'));
  const count = z.tuple([z.int()]);
  expect(connection.one(count, 'SELECT count(*) FROM docs')).toEqual([1]);
  // A number that was given in the failed write would point at no word, or at another one.
  expect(connection.one(count, LOST_FORMS, JSON.stringify(['zurna', 'qaval']))).toEqual([0]);
  expect(connection.one(count, "SELECT count(*) FROM vocab WHERE form = 'balaban'")).toEqual([0]);
  connection.close();
});
