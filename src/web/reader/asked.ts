import { z } from 'zod';
import { MOST_QUERY_CHARACTERS } from '../../search/parameters.js';
import { edgeOfDay, isDay } from '../../search/times.js';
import { LANGUAGE_PARAMETER, languageOf } from '../language.js';
import { SORTS, type Asked } from './address.js';

const MOST_VALUES = 50;
const MOST_CHARACTERS = 200;

/** A link may have been cut, retyped or decorated on its way: what cannot be used is not there. */
const text = z
  .string()
  .catch('')
  .transform((given) => given.slice(0, MOST_QUERY_CHARACTERS));

const list = z
  .union([z.string().transform((value) => [value]), z.array(z.string())])
  .catch([])
  .transform((values) => [...new Set(values)].filter(isName).slice(0, MOST_VALUES));

const isName = (value: string): boolean => value !== '' && value.length <= MOST_CHARACTERS;

const day = z
  .string()
  .refine((given) => isDay(given) && edgeOfDay(given, 'first') !== undefined)
  .catch('');

const page = z
  .string()
  .regex(/^[1-9]\d{0,7}$/)
  .transform(Number)
  .catch(1);

/** The parameters of the page's address: unknown ones are ignored, wrong ones are as if absent. */
export const AskedQuery = z
  .object({
    q: text,
    topic: list,
    author: list,
    source: list,
    from: day,
    to: day,
    sort: z.enum(SORTS).catch('relevance'),
    page,
    [LANGUAGE_PARAMETER]: z.unknown().optional().transform(languageOf),
  })
  .transform((asked): Asked => ({ ...asked, to: isAfter(asked) ? '' : asked.to }));

/** A range that ends before it begins has no end. */
const isAfter = ({ from, to }: Pick<Asked, 'from' | 'to'>): boolean => to !== '' && from > to;
