import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../indexer/article.js';
import type { SearchEngine } from '../../indexer/engine.js';
import { idsMatching } from '../../src/search/ids-matching.js';
import { collect } from '../contract/test-index.js';
import { openIndexOf, type OpenIndex } from './index-of.js';

/** Some share a date, some have none; every third is Russian. */
const articles = Array.from({ length: 1300 }, (_, at): Article => ({
  id: `${at}`,
  title: `Xəbər ${at}`,
  body: '',
  topics: [],
  lang: at % 3 === 0 ? 'ru' : 'az',
  ...(at % 4 === 0 ? {} : { date: `2025-01-${10 + (at % 9)}T10:00:00+04:00` }),
}));
const AZ = { attribute: 'lang', in: ['az'] } as const;
const wanted = articles.filter(({ lang }) => lang === 'az').map(({ id }) => id);

let index: OpenIndex;
let engine: SearchEngine;
beforeEach(async () => {
  index = await openIndexOf(articles);
  ({ engine } = index.deps);
});
afterEach(() => index.close());

describe('idsMatching', () => {
  it('gives each document that passes once, page by page', async () => {
    const pages = await collect(idsMatching(engine, AZ));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flat().toSorted()).toEqual(wanted.toSorted());
  });

  it('misses none though they are removed meanwhile', async () => {
    const seen: string[] = [];
    for await (const ids of idsMatching(engine, AZ)) {
      seen.push(...ids);
      await engine.remove(ids);
    }
    expect(seen.toSorted()).toEqual(wanted.toSorted());
    expect((await engine.stats()).documents).toBe(articles.length - wanted.length);
  });

  it('gives nothing where nothing passes', async () => {
    expect(await collect(idsMatching(engine, { any: [] }))).toEqual([]);
  });
});
