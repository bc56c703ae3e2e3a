import { z } from 'zod';
import { Article } from '../../../indexer/article.js';
import { openDatabase, type Connection } from '../database.js';
import { openFolder, type IndexFolder } from './location.js';
import { serveCalls, startData } from './rpc.js';

/**
 * Reads all articles as they are at one moment, in a thread of its own: what is written, replaced
 * or rebuilt meanwhile neither repeats nor hides any.
 */
export type ExportService = typeof service;

/** A page of stored articles, and the row after which the next page begins. */
export interface ArticlePage {
  readonly articles: readonly Article[];
  readonly last: number;
}

const Page = z.tuple([z.int(), z.string()]);
const PAGE = 'SELECT row, article FROM docs WHERE row > ? ORDER BY row LIMIT 500';

const connection = openMoment(openFolder(z.string().parse(startData())));

/** Opens the live index and holds its present state. */
function openMoment(folder: IndexFolder): Connection {
  for (;;) {
    const name = folder.current();
    const opened = openDatabase(folder.file(name));
    opened.exec('BEGIN');
    // A rebuild may have switched files, and deleted this one, while it was being opened.
    if (folder.current() === name) return opened;
    opened.close();
  }
}

const service = {
  page: (after: number): ArticlePage => {
    const rows = connection.all(Page, PAGE, after);
    const articles = rows.map(([, json]) => Article.parse(JSON.parse(json)));
    return { articles, last: rows.at(-1)?.[0] ?? after };
  },
};

serveCalls(service);
