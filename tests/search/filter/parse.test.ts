import { describe, expect, it } from 'vitest';
import { authorId } from '../../../indexer/document.js';
import type { Filter } from '../../../indexer/filter.js';
import {
  MOST_FILTER_CHARACTERS,
  MOST_FILTER_CONDITIONS,
  MOST_FILTER_NESTING,
  MOST_FILTER_VALUES,
} from '../../../src/search/filter/limits.js';
import { parseFilter } from '../../../src/search/filter/parse.js';
import { analyzer, names, plainNames, refusalOf } from './names.js';

const read = (text: string) => parseFilter(text, plainNames);
const lang = (...values: string[]): Filter => ({ attribute: 'lang', in: values });

describe('a condition', () => {
  it.each<[string, Filter]>([
    ['lang = az', lang('az')],
    ['lang=az', lang('az')],
    ['"lang"="az"', lang('az')],
    ['lang != az', { not: lang('az') }],
    ['lang IN [az, ru]', lang('az', 'ru')],
    ['lang IN [az, az]', lang('az')],
    ['lang IN []', lang()],
    ['lang NOT IN [az]', { not: lang('az') }],
    ['lang EXISTS', { exists: 'lang' }],
    ['lang NOT EXISTS', { not: { exists: 'lang' } }],
    ['year EXISTS', { exists: 'date' }],
    ['month NOT EXISTS', { not: { exists: 'date' } }],
    ['source = 525.az', { attribute: 'source', in: ['525.az'] }],
    ['source = "Səhər Postu"', { attribute: 'source', in: ['Səhər Postu'] }],
    ["source = 'Səhər Postu'", { attribute: 'source', in: ['Səhər Postu'] }],
    ['source = "ŞƏRQ"', { attribute: 'source', in: ['ŞƏRQ'] }],
    [String.raw`source = "a\"b\\c\'d"`, { attribute: 'source', in: [String.raw`a"b\c'd`] }],
    ['source = ""', { attribute: 'source', in: [''] }],
    ['source = "AND"', { attribute: 'source', in: ['AND'] }],
    ['source = ın', { attribute: 'source', in: ['ın'] }],
    ['source = "a\nb) OR (id EXISTS"', { attribute: 'source', in: ['a\nb) OR (id EXISTS'] }],
    ['id = a_b-c.d:e+f', { attribute: 'id', in: ['a_b-c.d:e+f'] }],
  ])('%s', (text, filter) => expect(read(text)).toEqual(filter));
});

describe('names', () => {
  it.each(['Cəmiyyət', 'cemiyyet', 'CƏMİYYƏT', 'azerbaijan/society'])('topic %s', (label) => {
    const filter = { attribute: 'topic', in: ['cemiyyet'] };
    expect(parseFilter(`topic = "${label}"`, names)).toEqual(filter);
  });

  it('a topic that is not listed is itself', () => {
    const filter = { attribute: 'topic', in: ['Kosmos xəbərləri'] };
    expect(parseFilter('topic = "Kosmos  xəbərləri"', names)).toEqual(filter);
  });

  it.each(['Müşfiq Səfərov', 'Мушфиг Сафаров'])('author %s', (name) => {
    const id = authorId('Müşfiq Səfərov', analyzer);
    expect(parseFilter(`author != "${name}"`, names)).toEqual({
      not: { attribute: 'author', in: [name, id] },
    });
  });

  it('an author by id', () => {
    const id = authorId('Müşfiq Səfərov', analyzer);
    expect(parseFilter(`author IN [${id}]`, names)).toMatchObject({
      in: expect.arrayContaining([id]) as unknown,
    });
  });
});

describe('what joins conditions', () => {
  const [a, b, c] = [lang('a'), lang('b'), lang('c')];

  it.each<[string, Filter]>([
    ['', { all: [] }],
    [' \n\t', { all: [] }],
    ['lang=a AND lang=b AND lang=c', { all: [a, b, c] }],
    ['lang=a OR lang=b OR lang=c', { any: [a, b, c] }],
    ['lang=a or lang=b And lang=c', { any: [a, { all: [b, c] }] }],
    ['lang=a AND lang=b OR lang=c', { any: [{ all: [a, b] }, c] }],
    ['(lang=a OR lang=b) AND lang=c', { all: [{ any: [a, b] }, c] }],
    ['NOT lang=a AND lang=b', { all: [{ not: a }, b] }],
    ['not (lang=a AND lang=b)', { not: { all: [a, b] } }],
    ['NOT NOT lang=a', { not: { not: a } }],
    ['NOT lang NOT IN [a]', { not: { not: a } }],
    ['((lang=a))', a],
    ['lang exists and lang not in [a]', { all: [{ exists: 'lang' }, { not: a }] }],
  ])('%j', (text, filter) => expect(read(text)).toEqual(filter));
});

describe('a mistake', () => {
  it.each<[string, number, RegExp]>([
    ['lang', 4, /=, !=, IN, NOT IN, EXISTS or NOT EXISTS after lang/],
    ['lang az', 5, /=, !=/],
    ['lang > az', 5, /=, !=/],
    ['lang =', 6, /a value/],
    ['lang = AND', 7, /a value .*keyword.*quotes/],
    ['lang = az ru', 10, /AND, OR or the end/],
    ['lang = az)', 9, /AND, OR or the end/],
    ['lang = az AND', 13, /an attribute/],
    ['AND lang = az', 0, /an attribute/],
    ['(lang = az', 10, /AND, OR or "\)"/],
    ['()', 1, /an attribute/],
    ['lang IN az', 8, /a list in \[ \]/],
    ['lang IN [az', 11, /"," or "\]"/],
    ['lang IN [az,]', 12, /a value/],
    ['lang NOT az', 9, /IN or EXISTS after NOT/],
    ['lang = "az', 10, /a closing "/],
    ['lang = \'az"', 11, /a closing '/],
    [String.raw`lang = "a\n"`, 9, /\\\\, \\" or \\'/],
    ['lang = az & id = 1', 10, /a word, a quoted value or one of/],
    ['lang = 👍', 7, /a word/],
    ['source = "👍" lang', 14, /AND, OR or the end/],
    ['date', 4, /=, !=, >, >=, <, <=, IN, EXISTS, NOT or a range after date/],
  ])('%s', (text, position, expected) => {
    const error = refusalOf(() => read(text));
    expect(error).toMatchObject({ position, expected: expect.stringMatching(expected) as unknown });
    expect(error.message).toContain(`position ${position}: expected ${error.expected}`);
  });

  it.each([
    ['topik', 'topic'],
    ['Topic', 'topic'],
    ['topics', 'topic'],
    ['auther', 'author'],
    ['language', 'lang'],
    ['src', undefined],
    ['price', undefined],
    ['müəllif', undefined],
  ])('an unknown attribute %s: nearest is %s', (attribute, nearest) => {
    const error = refusalOf(() => read(`lang = az AND ${attribute} = 1`));
    expect(error.position).toBe(14);
    expect(error.nearest).toBe(nearest);
    expect(error.expected).toBe(
      'an attribute (id, topic, author, source, lang, date, year, month)',
    );
    expect(error.message).toContain(nearest === undefined ? attribute : `mean "${nearest}"?`);
  });

  it('shows only the beginning of what is long', () => {
    expect(refusalOf(() => read('a'.repeat(1500))).message.length).toBeLessThan(200);
  });
});

describe('limits', () => {
  const times = (count: number, part: string, between: string) =>
    Array.from({ length: count }, () => part).join(between);
  const nested = (depth: number, open: string, close: string) =>
    `${open.repeat(depth)}id EXISTS${close.repeat(depth)}`;

  it.each<[string, (count: number) => string, number, string]>([
    ['characters', (count) => ' '.repeat(count), MOST_FILTER_CHARACTERS, 'characters'],
    ['brackets', (count) => nested(count, '(', ')'), MOST_FILTER_NESTING, 'inside each other'],
    ['NOTs', (count) => nested(count, 'NOT ', ''), MOST_FILTER_NESTING, 'inside each other'],
    [
      'conditions',
      (count) => times(count, 'id EXISTS', ' OR '),
      MOST_FILTER_CONDITIONS,
      'conditions',
    ],
    ['values', (count) => `id IN [${times(count, 'a', ',')}]`, MOST_FILTER_VALUES, 'values'],
  ])('%s', (_, text, most, of) => {
    expect(() => read(text(most))).not.toThrow();
    const { expected } = refusalOf(() => read(text(most + 1)));
    expect(expected).toContain(`at most ${most} `);
    expect(expected).toContain(of);
  });

  it('brackets beside each other are not inside each other', () => {
    const text = times(MOST_FILTER_NESTING + 1, '(id EXISTS)', ' AND ');
    expect(() => read(text)).not.toThrow();
  });
});
