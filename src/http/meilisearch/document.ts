import type { Article } from '../../../indexer/article.js';
import { slugOf } from '../../../indexer/extraction/slug.js';
import type { TopicCatalogue } from '../../../indexer/extraction/topics.js';
import { instantSeconds } from '../../search/times.js';
import type { AttributeName } from './attributes.js';

export type AttributeValue = string | number | readonly string[];

/** An article without anything inside anything; what is unknown is absent. */
export type FlatDocument = Readonly<Partial<Record<AttributeName, AttributeValue>>>;

/**
 * An article as a flat document: topics by the names that facets count, and the date once more in
 * seconds since 1970, for comparing.
 *
 * @example flatDocument(article, topics).timestamp // 1761224880, where `date` is 2025-10-23T17:08:00+04:00
 */
export function flatDocument(
  article: Article,
  { topicOf }: Pick<TopicCatalogue, 'topicOf'>,
): FlatDocument {
  const { id, title, subtitle, body, author, authorRole, topics, date, source, url, lang, tags } =
    article;
  return present({
    id,
    title,
    subtitle,
    body,
    author,
    authorRole,
    topics: topics.map((value) => topicOf(value).name),
    date,
    timestamp: date === undefined ? undefined : instantSeconds(date),
    source,
    url,
    lang,
    tags,
    slug: slugOf(title),
  });
}

function present(values: Record<AttributeName, AttributeValue | undefined>): FlatDocument {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/**
 * The attributes that were asked for.
 *
 * @example pickAttributes({ id: '1', title: 'Neft' }, ['title']) // { title: 'Neft' }
 */
export const pickAttributes = (
  document: FlatDocument,
  wanted: readonly AttributeName[],
): FlatDocument =>
  Object.fromEntries(
    wanted.flatMap((name) => (document[name] === undefined ? [] : [[name, document[name]]])),
  );
