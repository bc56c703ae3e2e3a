import { z } from 'zod';
import { SUGGESTION_KINDS } from './request.js';

/** One completion. */
export const Suggestion = z
  .object({
    kind: z.enum(SUGGESTION_KINDS),
    text: z.string().meta({ description: 'The text to show and to search for.' }),
    html: z
      .string()
      .meta({ description: 'The text, escaped; what was typed is in <mark>, the only tag.' }),
    id: z
      .string()
      .exactOptional()
      .meta({ description: 'Id of the topic, the author or the article; phrases have none.' }),
    count: z
      .number()
      .int()
      .exactOptional()
      .meta({ description: 'Titles with the phrase, articles of the author or topic.' }),
  })
  .meta({
    id: 'Suggestion',
    description: 'A completion of what was typed.',
    example: {
      kind: 'phrase',
      text: 'Kasım-Jomart Tokayev',
      html: 'Kasım-Jomart <mark>Tok</mark>ayev',
      count: 12,
    },
  });

export type Suggestion = z.infer<typeof Suggestion>;

/** What can be proposed to somebody who is typing, best first. */
export const SuggestResponse = z
  .object({
    query: z.object({
      q: z.string(),
      layout: z
        .object({ text: z.string(), from: z.string(), to: z.string() })
        .exactOptional()
        .meta({ description: 'Nothing begins as typed; the same keys on another keyboard do.' }),
    }),
    suggestions: z.array(Suggestion),
    building: z
      .literal(true)
      .exactOptional()
      .meta({ description: 'Suggestions are still being gathered: ask again soon.' }),
    processingTimeMs: z.number(),
  })
  .meta({
    id: 'SuggestResponse',
    description: 'Completions of what was typed, best first.',
    example: {
      query: { q: 'ещл', layout: { text: 'tok', from: 'ru', to: 'az' } },
      suggestions: [
        {
          kind: 'phrase',
          text: 'Kasım-Jomart Tokayev',
          html: 'Kasım-Jomart <mark>Tok</mark>ayev',
          count: 12,
        },
      ],
      processingTimeMs: 0.8,
    },
  });

export type SuggestResponse = z.infer<typeof SuggestResponse>;
