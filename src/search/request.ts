import { z } from 'zod';
import { FACETS, type FacetName } from '../../indexer/engine.js';
import { edgeOfDay, instantSeconds, isDay } from './times.js';

export const MOST_QUERY_CHARACTERS = 512;
export const MOST_HITS_PER_PAGE = 100;

/** A day in Baku (its first or last second) or an RFC 3339 instant, as seconds since 1970. */
const instantOrDay = (edge: 'first' | 'last') =>
  z.string().transform((text, context) => {
    // An empty field of a form says nothing.
    if (text === '') return undefined;
    const seconds = isDay(text) ? edgeOfDay(text, edge) : instantSeconds(text);
    if (seconds !== undefined) return seconds;
    context.addIssue({
      code: 'custom',
      message: `expected a day such as 2025-10-23 or an instant such as 2025-10-23T17:08:00+04:00`,
    });
    return z.NEVER;
  });

/** One value, or several as a list; empty ones say nothing. */
const several = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (typeof value === 'string' ? [value] : value))
  .transform((values) => values.filter((value) => value !== ''));

const names = several
  .pipe(z.array(z.string().max(200)).max(50))
  .transform((values) => (values.length > 0 ? values : undefined))
  .optional();

/** `facets=topic,author` and `facets=topic&facets=author` are the same. */
const facets = several
  .transform((values) => values.flatMap((value) => value.split(',').map((name) => name.trim())))
  .pipe(z.array(z.enum(FACETS)));
const whole = z
  .string()
  .regex(/^\d{1,9}$/, 'expected a whole number')
  .transform(Number);

const q = z.string().max(MOST_QUERY_CHARACTERS).default('');
const filters = {
  topic: names,
  author: names,
  source: names,
  from: instantOrDay('first').optional(),
  to: instantOrDay('last').optional(),
};

const TIMES_IN_ORDER = {
  path: ['from'],
  message: 'expected a time that is not after "to"',
};

interface Times {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

const areInOrder = ({ from, to }: Times) => from === undefined || to === undefined || from <= to;

/** The parameters of a search, as strings from a URL or a command line. */
export const SearchRequest = z
  .strictObject({
    q,
    ...filters,
    sort: z.enum(['relevance', 'date:desc', 'date:asc']).default('relevance'),
    page: whole.pipe(z.number().min(1)).default(1),
    hitsPerPage: whole.pipe(z.number().min(1).max(MOST_HITS_PER_PAGE)).default(20),
    facets: facets.default((): FacetName[] => []),
    highlight: z.stringbool().default(true),
  })
  .refine(areInOrder, TIMES_IN_ORDER);

export type SearchRequest = z.infer<typeof SearchRequest>;

/** The parameters of an explanation: a query, the filters that go with it, and a document. */
export const ExplainRequest = z
  .strictObject({ q, id: z.string().min(1, 'expected the id of a document').max(200), ...filters })
  .refine(areInOrder, TIMES_IN_ORDER);

export type ExplainRequest = z.infer<typeof ExplainRequest>;
