import { describe, expect, it } from 'vitest';
import { SearchRequest } from '../../src/search/request.js';

const seconds = (instant: string) => Date.parse(instant) / 1000;

describe('SearchRequest', () => {
  it('fills in what is not said', () => {
    expect(SearchRequest.parse({})).toEqual({
      q: '',
      sort: 'relevance',
      matchingStrategy: 'frequency',
      page: 1,
      hitsPerPage: 20,
      facets: [],
      highlight: true,
    });
  });

  it.each([
    ['q of 512 characters', { q: 'ə'.repeat(512) }, { q: 'ə'.repeat(512) }],
    ['q of 512 emoji', { q: '👍'.repeat(512) }, { q: '👍'.repeat(512) }],
    ['an empty topic as none', { topic: '' }, { topic: undefined }],
    ['one topic', { topic: 'enerji' }, { topic: ['enerji'] }],
    ['several topics', { topic: ['enerji', 'idman'] }, { topic: ['enerji', 'idman'] }],
    ['authors', { author: ['A', 'B'] }, { author: ['A', 'B'] }],
    ['sources', { source: '525.az' }, { source: ['525.az'] }],
    ['facets as a list', { facets: 'topic, author' }, { facets: ['topic', 'author'] }],
    ['facets repeated', { facets: ['year', 'month'] }, { facets: ['year', 'month'] }],
    ['newest first', { sort: 'date:desc' }, { sort: 'date:desc' }],
    ['oldest first', { sort: 'date:asc' }, { sort: 'date:asc' }],
    ['page', { page: '7' }, { page: 7 }],
    ['hitsPerPage', { hitsPerPage: '100' }, { hitsPerPage: 100 }],
    ['highlight=false', { highlight: 'false' }, { highlight: false }],
    ['highlight=0', { highlight: '0' }, { highlight: false }],
    ['highlight=true', { highlight: 'true' }, { highlight: true }],
  ])('takes %s', (_, given, read) => {
    expect(SearchRequest.parse(given)).toMatchObject(read);
  });

  it.each([
    ['a day begins in Baku', { from: '2025-10-23' }, { from: '2025-10-23T00:00:00+04:00' }],
    ['and ends there', { to: '2025-10-23' }, { to: '2025-10-23T23:59:59+04:00' }],
    ['in summer time before 2016', { from: '2015-07-01' }, { from: '2015-07-01T00:00:00+05:00' }],
    ['an instant', { from: '2025-10-23T17:08:00+04:00' }, { from: '2025-10-23T13:08:00Z' }],
    ['an instant in UTC', { to: '2025-10-23T13:08:00Z' }, { to: '2025-10-23T13:08:00Z' }],
    ['29 February', { from: '2024-02-29' }, { from: '2024-02-29T00:00:00+04:00' }],
  ])('%s', (_, given, instants) => {
    const { from, to } = SearchRequest.parse(given);
    expect({ from, to }).toEqual({
      from: 'from' in instants ? seconds(instants.from) : undefined,
      to: 'to' in instants ? seconds(instants.to) : undefined,
    });
  });

  it('takes one day from its beginning to its end', () => {
    const { from = 0, to = 0 } = SearchRequest.parse({ from: '2025-10-23', to: '2025-10-23' });
    expect(to - from).toBe(24 * 60 * 60 - 1);
  });

  it.each([
    ['q', { q: 'ə'.repeat(513) }],
    ['q', { q: ['a', 'b'] }],
    ['topic', { topic: 'x'.repeat(201) }],
    ['topic', { topic: Array.from({ length: 51 }, String) }],
    ['from', { from: 'dünən' }],
    ['from', { from: '2025-02-29' }],
    ['from', { from: '2025-13-01' }],
    ['from', { from: '23.10.2025' }],
    ['from', { from: '2025-10-23T17:08:00' }],
    ['to', { to: ['2025-10-23', '2025-10-24'] }],
    ['from', { from: '2025-10-24', to: '2025-10-23' }],
    ['sort', { sort: 'date' }],
    ['page', { page: '0' }],
    ['page', { page: '-1' }],
    ['page', { page: '1.5' }],
    ['page', { page: '1e3' }],
    ['page', { page: '9'.repeat(10) }],
    ['hitsPerPage', { hitsPerPage: '101' }],
    ['hitsPerPage', { hitsPerPage: '0' }],
    ['hitsPerPage', { hitsPerPage: ['1', '2'] }],
    ['facets', { facets: 'topic,colour' }],
    ['highlight', { highlight: 'bəli' }],
  ])('refuses %s: %j', (parameter, given) => {
    const paths = SearchRequest.safeParse(given).error?.issues.map(({ path }) => path[0]);
    expect(new Set(paths)).toEqual(new Set([parameter]));
  });

  it('names every parameter that it does not know', () => {
    const { error } = SearchRequest.safeParse({ query: 'a', limit: '5', q: 'a' });
    expect(error?.issues).toMatchObject([{ code: 'unrecognized_keys', keys: ['query', 'limit'] }]);
  });
});
