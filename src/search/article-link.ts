import { z } from 'zod';
import type { Article } from '../../indexer/article.js';
import { slugOf } from '../../indexer/extraction/slug.js';

/** An article as a list beside another shows it. */
export const ArticleLink = z
  .object({
    id: z.string(),
    slug: z.string().meta({ description: 'The title for the end of a link; never an id.' }),
    title: z.string(),
    date: z.string().exactOptional(),
    source: z.string().exactOptional(),
    url: z.string().exactOptional(),
  })
  .meta({
    id: 'ArticleLink',
    description: 'An article as a list beside another shows it.',
    example: {
      id: 'sefer',
      slug: 'tokayev-bakiya-sefer-edib',
      title: 'Tokayev Bakıya səfər edib',
      date: '2025-10-23T17:08:00+04:00',
      source: 'Xəzər Xəbər',
    },
  });

export type ArticleLink = z.infer<typeof ArticleLink>;

/** @example linkOf({ id: '1', title: 'Şuşada', body: '…', … }) // { id: '1', slug: 'susada', title: 'Şuşada' } */
export function linkOf({ id, title, date, source, url }: Article): ArticleLink {
  return {
    id,
    slug: slugOf(title),
    title,
    ...(date === undefined ? {} : { date }),
    ...(source === undefined ? {} : { source }),
    ...(url === undefined ? {} : { url }),
  };
}
