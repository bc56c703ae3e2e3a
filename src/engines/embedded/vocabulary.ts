import { z } from 'zod';
import type { Analyzer } from '../../../indexer/language/analyzer.js';
import type { Word } from '../../../indexer/language/word.js';
import type { SoughtWord } from '../../search/layers.js';
import type { Connection } from '../database.js';
import { weightOfMatch } from '../scan.js';

const Form = z.tuple([z.int(), z.string()]);
const BY_FOLD = 'SELECT id, form FROM vocab WHERE fold = ?';
const BY_STEMS = `SELECT id, form FROM vocab WHERE id IN
  (SELECT id FROM vocab_stem WHERE stem IN (SELECT value FROM json_each(?)))`;
const BY_KEYS = `SELECT id, form FROM vocab WHERE id IN
  (SELECT id FROM vocab_key WHERE key IN (SELECT value FROM json_each(?)))`;
const BY_PREFIX = 'SELECT id, form FROM vocab WHERE fold >= ? AND fold < ? LIMIT ?';
const BY_KEY_PREFIX = `SELECT id, form FROM vocab WHERE id IN
  (SELECT id FROM vocab_key WHERE key >= ? AND key < ?) LIMIT ?`;
const LAST = '\uFFFF';

/**
 * The forms of the vocabulary that meet a query word, with the weight of the layer in which they
 * do. The database only proposes; `weightOfMatch` decides.
 */
export function formsOf(
  sought: SoughtWord,
  connection: Connection,
  analyzer: Analyzer,
  most: number,
): Map<number, number> {
  const weights = new Map<number, number>();
  for (const [id, form] of proposals(sought, connection, most)) {
    const weight = weightOfMatch(sought, analyzer.word(form));
    if (weight > 0) weights.set(id, weight);
  }
  return weights;
}

function proposals(sought: SoughtWord, connection: Connection, most: number) {
  const { word, prefix, keyPrefixes, synonyms, corrections } = sought;
  const stems = [word, ...synonyms, ...corrections].flatMap((other: Word) => other.stems);
  const found = [
    ...[word, ...synonyms].map(({ fold }) => connection.all(Form, BY_FOLD, fold)),
    connection.all(Form, BY_STEMS, JSON.stringify(stems)),
    connection.all(Form, BY_KEYS, JSON.stringify(word.keys)),
    ...keyPrefixes.map((key) => connection.all(Form, BY_KEY_PREFIX, key, key + LAST, most)),
  ];
  if (prefix) found.push(connection.all(Form, BY_PREFIX, word.fold, word.fold + LAST, most));
  return found.flat();
}
