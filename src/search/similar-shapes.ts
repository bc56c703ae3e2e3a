import { z } from 'zod';
import { ArticleLink } from './article-link.js';
import { limitOf } from './limit.js';
import type { Inside } from './request.js';

/** How many articles are asked for. */
export const SimilarQuery = z.strictObject({ limit: limitOf({ usual: 5, most: 20 }) });

export type SimilarRequest = z.infer<typeof SimilarQuery> & { readonly id: string } & Inside;

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
