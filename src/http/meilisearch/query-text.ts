import { z } from 'zod';

/** How the text of a parameter is read, and as what. */
export interface Reading {
  readonly as: string;
  read(text: string): unknown;
}

export const WHOLE: Reading = {
  as: 'a positive integer that is small enough',
  read: (text) => (/^\d{1,10}$/.test(text) ? Number(text) : text),
};
export const LIST: Reading = {
  as: 'a list with commas between',
  read: (text) => text.split(','),
};
export const TRUTH: Reading = {
  as: 'a boolean, expected either `true` or `false`',
  read: (text) => ({ true: true, false: false })[text],
};
/** A list of filters is written as JSON. */
export const FILTER: Reading = { as: 'a filter', read: (text) => listIn(text) ?? text };

/**
 * A parameter whose text is read as what a schema takes.
 *
 * @example textOf(z.int(), WHOLE).parse('12') // 12
 */
export const textOf = <Value>(schema: z.ZodType<Value>, { as, read }: Reading) =>
  z
    .string()
    .transform((given, context) => {
      const parsed = schema.safeParse(read(given));
      if (parsed.success) return parsed.data;
      const message = `could not parse \`${given.slice(0, 100)}\` as ${as}`;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    })
    .optional()
    .meta({ description: schema.meta()?.description ?? '' });

function listIn(given: string): unknown {
  if (!given.trimStart().startsWith('[')) return undefined;
  try {
    return JSON.parse(given);
  } catch {
    return undefined;
  }
}
