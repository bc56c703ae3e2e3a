import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { listInputs, readArticles } from '../../indexer/sources/read.js';
import type { InputFile, SourceItem } from '../../indexer/sources/source.js';
import type { Listed, Listing, ListingContext } from './listing.js';
import type { SourceOf } from './source-shapes.js';

/**
 * Lists the files of a folder that `axtar index` reads. A file is read again when its size or the
 * time of its last change is another.
 * @throws InputError when there is no such folder, or nothing in it that can be read: a disk that is
 *   not there must not count as a folder that was emptied
 */
export async function* listFolder(source: SourceOf<'folder'>, context: ListingContext): Listing {
  for (const file of await listInputs([resolve(context.folder, source.path)])) {
    yield await toListed(file, source, context);
  }
  return { whole: true, marks: [], failures: [] };
}

async function toListed(
  file: InputFile,
  source: SourceOf<'folder'>,
  { toArticle }: ListingContext,
): Promise<Listed> {
  // Before it is read: what is written meanwhile makes another stamp.
  const found = await stat(file.path).catch(() => undefined);
  return {
    key: file.path,
    address: file.path,
    stamp: found ? `${found.size}-${found.mtimeMs}` : '',
    read: () =>
      Promise.resolve({ kind: 'read', items: named(readArticles(file, { toArticle }), source) }),
  };
}

/** What the operator says of the source stands where its articles say nothing. */
async function* named(
  items: AsyncIterable<SourceItem>,
  { name, topics }: SourceOf<'folder'>,
): AsyncGenerator<SourceItem> {
  for await (const item of items) {
    if ('reason' in item) yield item;
    else yield { ...item, article: withUsual(item.article, name, topics) };
  }
}

type Article = Extract<SourceItem, { article: unknown }>['article'];

const withUsual = (article: Article, name?: string, topics?: readonly string[]): Article => ({
  ...article,
  ...(article.source === undefined && name !== undefined ? { source: name } : {}),
  ...(article.topics.length === 0 && topics ? { topics: [...topics] } : {}),
});
