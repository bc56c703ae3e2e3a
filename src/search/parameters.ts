import { z } from 'zod';
import { edgeOfDay, instantSeconds, isDay } from './times.js';

/** Pieces of requests: each reads a string of an address, or what JSON has for it. */

export const MOST_QUERY_CHARACTERS = 512;

/** A day in Baku (its first or last second) or an RFC 3339 instant, as seconds since 1970. */
export const instantOrDay = (edge: 'first' | 'last') =>
  z
    .string()
    .transform((text, context) => {
      // An empty field of a form says nothing.
      if (text === '') return undefined;
      const seconds = isDay(text) ? edgeOfDay(text, edge) : instantSeconds(text);
      if (seconds !== undefined) return seconds;
      context.addIssue({
        code: 'custom',
        message: `expected a day such as 2025-10-23 or an instant such as 2025-10-23T17:08:00+04:00`,
      });
      return z.NEVER;
    })
    .optional()
    .meta({
      description: `A day in Baku (its ${edge} second) or an RFC 3339 instant; inclusive.`,
      example: edge === 'first' ? '2025-10-01' : '2025-10-31',
      override: { type: 'string' },
    });

/** One value, or several as a list; empty ones say nothing. */
export const several = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (typeof value === 'string' ? [value] : value))
  .transform((values) => values.filter((value) => value !== ''));

/** Values of which an article must have any. */
export const names = (of: string, example: string) =>
  several
    .pipe(z.array(z.string().max(200)).max(50))
    .transform((values) => (values.length > 0 ? values : undefined))
    .optional()
    .meta({
      description: `Only articles with this ${of}; several mean any of them.`,
      example: [example],
      override: { type: 'array', items: { type: 'string', maxLength: 200 }, maxItems: 50 },
    });

/** Names of a list, with commas between or given one by one. */
export const listOf = <Name extends string>(known: readonly Name[], description: string) =>
  several
    .transform((values) => values.flatMap((value) => value.split(',').map((name) => name.trim())))
    .pipe(z.array(z.enum(known)))
    .meta({
      description,
      override: { type: 'array', items: { type: 'string', enum: [...known] } },
    });

/** A whole number within bounds. */
export const whole = (least: number, most: number) =>
  z
    .union(
      [
        z
          .string()
          .regex(/^\d{1,9}$/)
          .transform(Number),
        z.int(),
      ],
      { error: 'expected a whole number' },
    )
    .pipe(
      z
        .number()
        .min(least, { error: `expected a whole number from ${least} on` })
        .max(most, { error: `expected a whole number up to ${most}` }),
    )
    .meta({ override: { type: 'integer', minimum: least, maximum: most } });

export const flag = z.union([z.stringbool(), z.boolean()]).meta({ override: { type: 'boolean' } });

export const q = z.string().max(MOST_QUERY_CHARACTERS).default('').meta({
  description:
    'What to search for: words in any spelling, inflection or script; "a phrase"; -without. Empty finds everything, newest first.',
  example: 'Tokayev',
});

/** What the filters of every request are. */
export const filters = {
  topic: names('topic (name or id)', 'neqliyyat'),
  author: names('author (name in any spelling, or id)', 'Müşfiq Səfərov'),
  source: names('source', 'Xəzər Xəbər'),
  lang: names('language', 'az'),
  from: instantOrDay('first'),
  to: instantOrDay('last'),
  filter: z
    .union([z.string(), z.array(z.union([z.string(), z.array(z.string())]))])
    .optional()
    .meta({
      description:
        'A condition in the filter language: attributes id, topic, author, source, lang, date, year, month; = != > >= < <= TO IN EXISTS AND OR NOT and brackets. As a list: every entry, of an inner list any.',
      example: 'topic = "Siyasət" AND (date >= 2025-10-01 OR NOT date EXISTS)',
    }),
};

interface Times {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

export const areInOrder = ({ from, to }: Times): boolean =>
  from === undefined || to === undefined || from <= to;

export const TIMES_IN_ORDER = {
  path: ['from'],
  message: 'expected a time that is not after "to"',
};
