import type { Article } from '../../../indexer/article.js';

/** An article as a form holds it: text in every field. */
export interface ArticleValues {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly body: string;
  readonly author: string;
  readonly authorRole: string;
  /** A clock reading in Baku: `2025-10-23T17:08:00`. */
  readonly date: string;
  readonly topics: readonly string[];
  readonly source: string;
  readonly url: string;
  readonly lang: string;
  /** With commas between. */
  readonly tags: string;
  readonly archivedAt: string;
  /** The title, when it is the first sentence of the text: it stays so until somebody edits it. */
  readonly derivedTitle: string;
}

export const NO_VALUES: ArticleValues = {
  id: '',
  title: '',
  subtitle: '',
  body: '',
  author: '',
  authorRole: '',
  date: '',
  topics: [],
  source: '',
  url: '',
  lang: '',
  tags: '',
  archivedAt: '',
  derivedTitle: '',
};

/** @example valuesOf({ id: '7', title: 'Yeni park', body: '', topics: [], lang: 'az' }).title // 'Yeni park' */
export const valuesOf = (article: Article): ArticleValues => ({
  id: article.id,
  title: article.title,
  subtitle: article.subtitle ?? '',
  body: article.body,
  author: article.author ?? '',
  authorRole: article.authorRole ?? '',
  date: clockOf(article.date),
  topics: article.topics,
  source: article.source ?? '',
  url: article.url ?? '',
  lang: article.lang,
  tags: (article.tags ?? []).join(', '),
  archivedAt: article.archivedAt ?? '',
  derivedTitle: article.titleDerived ? article.title : '',
});

/** Articles keep their dates in Baku time. */
const clockOf = (instant = ''): string => instant.slice(0, 19);

/** The record that a form stands for, as a source would bring it. */
export function recordOf(values: ArticleValues): Readonly<Record<string, unknown>> {
  const { derivedTitle, tags, ...fields } = values;
  const derived = derivedTitle !== '' && derivedTitle === values.title;
  return { ...fields, tags: tags.split(','), titleDerived: derived || null };
}

/** The fields that people compare, in the order in which they are shown. */
export const SHOWN_FIELDS = [
  'title',
  'subtitle',
  'body',
  'author',
  'authorRole',
  'date',
  'topics',
  'source',
  'url',
  'lang',
  'tags',
] as const satisfies readonly (keyof ArticleValues)[];
export type ShownField = (typeof SHOWN_FIELDS)[number];
