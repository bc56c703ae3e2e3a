import type { Field } from '../../../indexer/document.js';
import type { Language } from '../language.js';

/** The page of one article, and why it was found. */
const az = {
  back: 'Nəticələrə qayıt',
  home: 'Axtarış səhifəsinə keç',
  source: 'Mənbədə oxu',
  sameStory: 'Eyni xəbər başqa mənbələrdə',
  noText: 'Bu məqalənin mətni yoxdur.',
  whyTitle: (title: string) => `Niyə tapılıb: ${title}`,
  read: 'Məqaləni oxu',
  more: 'Ətraflı',
  lacking: 'Məqalədə yoxdur',
  times: (_count: number, shown: string) => `${shown} dəfə`,
  fields: {
    title: 'başlıqda',
    body: 'mətndə',
    extra: 'mövzuda, müəllifdə və ya açar sözlərdə',
  } satisfies Record<Field, string>,
};

export type ArticleWords = typeof az;

const en: ArticleWords = {
  back: 'Back to the results',
  home: 'Go to the search page',
  source: 'Read at the source',
  sameStory: 'The same story elsewhere',
  noText: 'This article has no text.',
  whyTitle: (title) => `Why it was found: ${title}`,
  read: 'Read the article',
  more: 'More',
  lacking: 'not in the article',
  times: (count, shown) => (count === 1 ? 'once' : `${shown} times`),
  fields: { title: 'in the title', body: 'in the text', extra: 'in its topic, author or tags' },
};

export const ARTICLE_WORDS: Readonly<Record<Language, ArticleWords>> = { az, en };
