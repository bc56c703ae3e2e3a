import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article } from '../../indexer/article.js';
import { listInputs, readArticles } from '../../indexer/sources/read.js';
import { composeIndexing } from '../../src/compose.js';

/** The articles of some files, in the order in which they are indexed. */
export async function readCorpus(paths: readonly string[]): Promise<Article[]> {
  const { toArticle } = composeIndexing();
  const articles: Article[] = [];
  for (const file of await listInputs(paths)) {
    for await (const item of readArticles(file, { toArticle })) {
      if ('article' in item) articles.push(item.article);
    }
  }
  return articles;
}

/** A file of articles that are nothing but a title, gone when `work` is done; ids are as given. */
export async function withTitles<Result>(
  titles: ReadonlyMap<string, string>,
  work: (path: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'axtar-titles-'));
  const path = join(folder, 'titles.ndjson');
  try {
    const lines = [...titles].map(([id, title]) => `${JSON.stringify({ id, title, body: '' })}\n`);
    writeFileSync(path, lines.join(''));
    return await work(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** About so many of the items, evenly spread, the same in every run. */
export function sample<Item>(items: readonly Item[], count: number): Item[] {
  const step = Math.max(1, items.length / count);
  return items.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
}
