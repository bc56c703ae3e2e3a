import { z } from 'zod';
import { limitOf } from '../limit.js';
import { listOf, MOST_QUERY_CHARACTERS } from '../parameters.js';

/** What can be proposed to somebody who is typing. */
export const SUGGESTION_KINDS = ['phrase', 'author', 'topic', 'title'] as const;
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];

/** `kinds=phrase,title` and `kinds=phrase&kinds=title` are the same; an empty one says nothing. */
const kinds = listOf(
  SUGGESTION_KINDS,
  'Kinds of suggestions, with commas between; all unless said.',
)
  .transform((values) => (values.length > 0 ? values : [...SUGGESTION_KINDS]))
  .default([...SUGGESTION_KINDS]);

/** What somebody has typed so far, as strings from a URL. */
export const SuggestRequest = z
  .strictObject({
    q: z.string().max(MOST_QUERY_CHARACTERS).default('').meta({
      description: 'What was typed; the last word is a beginning unless a space follows.',
    }),
    limit: limitOf({ usual: 8, most: 20 }),
    kinds,
  })
  .meta({
    id: 'SuggestRequest',
    description: 'What was typed so far.',
    example: { q: 'tok', limit: '8', kinds: 'phrase,title' },
  });

export type SuggestRequest = z.infer<typeof SuggestRequest>;
