import { z } from 'zod';
import { ArticleLink } from './article-link.js';
import { limitOf } from './limit.js';

/** Which article's story is asked for, as strings from a URL. */
export const SimilarRequest = z
  .strictObject({
    id: z
      .string()
      .min(1, 'expected the id of a document')
      .max(200)
      .meta({ description: 'Id of the article.' }),
    limit: limitOf({ usual: 5, most: 20 }),
  })
  .meta({
    id: 'SimilarRequest',
    description: 'The article whose story is asked for.',
    example: { id: 'sefer', limit: '5' },
  });

export type SimilarRequest = z.infer<typeof SimilarRequest>;

/** Other articles on the story of one. */
export const SimilarResponse = z
  .object({
    id: z.string(),
    similar: z.array(ArticleLink),
    processingTimeMs: z.number(),
  })
  .meta({
    id: 'SimilarResponse',
    description: 'Other articles on the same story, best first; often there is none.',
    example: {
      id: 'sefer',
      similar: [
        {
          id: 'sefer-2',
          slug: 'tokayev-bakidadir',
          title: 'Tokayev Bakıdadır',
          source: 'Odlar Yurdu',
        },
      ],
      processingTimeMs: 8.2,
    },
  });

export type SimilarResponse = z.infer<typeof SimilarResponse>;
