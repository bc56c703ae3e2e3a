import { describe, expect, it } from 'vitest';
import type { Filter } from '../../../indexer/filter.js';
import { MOST_FILTER_CONDITIONS } from '../../../src/search/filter/limits.js';
import { parseFilterList, type FilterList } from '../../../src/search/filter/parse-list.js';
import { plainNames, refusalOf } from './names.js';

const read = (list: FilterList) => parseFilterList(list, plainNames);
const [a, b, c]: Filter[] = ['a', 'b', 'c'].map((value) => ({ attribute: 'id', in: [value] }));

describe('a filter as a list', () => {
  it.each<[FilterList, unknown]>([
    ['id = a', a],
    ['', { all: [] }],
    [[], { all: [] }],
    [['id = a'], a],
    [['id = a', 'id = b'], { all: [a, b] }],
    [[['id = a', 'id = b']], { any: [a, b] }],
    [[['id = a', 'id = b'], 'id = c'], { all: [{ any: [a, b] }, c] }],
    [['id = a OR id = b', 'id = c'], { all: [{ any: [a, b] }, c] }],
    [['', ['id = a', ' '], []], a],
  ])('%j', (list, filter) => expect(read(list)).toEqual(filter));

  it.each<[FilterList, number[]]>([
    ['id a', []],
    [['id = a', 'id a'], [1]],
    [
      ['id = a', ['id = b', 'id a']],
      [1, 1],
    ],
    [
      ['', ['id a']],
      [1, 0],
    ],
  ])('says where %j is wrong', (list, path) => {
    const error = refusalOf(() => read(list));
    expect(error).toMatchObject({ path, position: 3 });
    expect(error.message).toContain(path.map((index) => `[${index}]`).join(''));
  });

  it('counts conditions of all texts together', () => {
    const texts = Array.from({ length: MOST_FILTER_CONDITIONS }, () => 'id EXISTS');
    expect(() => read(texts)).not.toThrow();
    const { path } = refusalOf(() => read([...texts, 'id EXISTS']));
    expect(path).toEqual([MOST_FILTER_CONDITIONS]);
  });
});
