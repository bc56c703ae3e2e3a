import { z } from 'zod';
import type { Connection } from '../database.js';
import type { EngineSettings } from '../settings.js';
import { toTerm } from '../terms.js';
import { createSpellingReader, type KnownWord, type SpellingReader } from '../typos.js';
import { createWordList } from '../word-list.js';

const Fold = z.tuple([z.int(), z.string()]);
const Count = z.tuple([z.int()]);
const NEW_FOLDS = 'SELECT id, fold FROM vocab WHERE id > ?';
const COUNT = 'SELECT count(*) FROM fts WHERE fts MATCH ?';

/** The vocabulary's folded words, kept for comparing all of them with a misspelt one. */
export interface TypoIndex {
  /** Takes in the words that the vocabulary got since the last call. */
  refresh(connection: Connection): void;
  /**
   * The words that a folded word may have been meant for, the likeliest first. Words of removed
   * documents stay in the vocabulary until a rebuild; they are left out.
   *
   * @example likeliest('azerbaycn', connection) // [{ fold: 'azerbaycan', documents: 3303 }, …]
   */
  likeliest(fold: string, connection: Connection): KnownWord[];
}

export function createTypoIndex(settings: EngineSettings): TypoIndex {
  const reader: SpellingReader = createSpellingReader(settings);
  const words = createWordList();
  let lastId = 0;

  function refresh(connection: Connection): void {
    for (const [id, fold] of connection.all(Fold, NEW_FOLDS, lastId)) {
      lastId = Math.max(lastId, id);
      if (!/\d/.test(fold)) words.add(fold);
    }
  }

  const likeliest = (fold: string, connection: Connection): KnownWord[] =>
    reader.likeliest(reader.near(fold, words), (word) => {
      const expression = `{title_fold extra_fold body_fold} : "${toTerm(word)}"`;
      return connection.one(Count, COUNT, expression)?.[0] ?? 0;
    });

  return { refresh, likeliest };
}
