import type { Article } from '../../../indexer/article.js';

/** Articles that are written once and never changed: of a whole index, none of them is missing. */
export const CONSTANT_IDS = Array.from({ length: 100 }, (_, at) => `constant-${at}`);

/** A word that one version of one article holds, and nothing else. */
export const wordOf = (id: string, version: number): string => `${id.replace(/-/g, '')}v${version}`;

/** An article that can be told from every other version of it, and is found by its own word. */
export const makeArticle = (id: string, version: number): Article => ({
  id,
  title: `Nəşr ${version}`,
  body: `${wordOf(id, version)} ${'Bakıda yağış yağacaq, küləyin gücü artacaq. '.repeat(version % 9)}`,
  topics: [],
  lang: 'az',
});

/** The version that an article was made of. */
export const versionOf = ({ title }: Article): number => Number(title.replace(/\D/g, ''));
