import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSimilar, type SimilarService } from '../../src/search/similar.js';
import { SimilarQuery, SimilarResponse } from '../../src/search/similar-shapes.js';
import { makeArticle } from '../contract/test-index.js';
import { openIndexOf, type OpenIndex } from './index-of.js';

const DATE = '2025-05-01T12:00:00+04:00';
const ARTICLES = [
  { id: 'sergi', title: 'Şəkidə ipək sərgisi açılıb', date: DATE, source: 'Odlar Yurdu' },
  {
    id: 'sergi-2',
    title: 'Şəkidə ipək ustalarının sərgisi açılıb',
    date: '2025-05-01T15:00:00+04:00',
  },
  { id: 'sergi-3', title: 'Şəkidə ipək sərgisi açılıb (FOTO)', date: '2025-05-01T09:00:00+04:00' },
  { id: 'kohne', title: 'Şəkidə ipək sərgisi açılıb', date: '2024-05-01T12:00:00+04:00' },
  { id: 'tarixsiz', title: 'Şəkidə ipək sərgisi açılıb' },
  { id: 'basqa', title: 'Şəkidə ipək emalı müəssisəsi tikiləcək, 200 iş yeri olacaq', date: DATE },
  { id: 'tek', title: 'Lerikdə bal bayramı', date: DATE },
  { id: 'isare', title: '—', date: DATE },
].map((draft) => makeArticle(draft));

describe('similar articles', () => {
  let index: OpenIndex;
  let similar: SimilarService;
  beforeAll(async () => {
    index = await openIndexOf(ARTICLES);
    similar = createSimilar(index.deps);
  });
  afterAll(() => index.close());

  const ask = async (id: string, limit?: string) =>
    similar({ id, ...SimilarQuery.parse(limit === undefined ? {} : { limit }) });
  const idsOf = async (id: string, limit?: string) =>
    (await ask(id, limit))?.similar.map((other) => other.id);

  it('are those of the same story, at its time or without a date', async () => {
    expect(new Set(await idsOf('sergi'))).toEqual(new Set(['sergi-2', 'sergi-3', 'tarixsiz']));
  });

  it('are no more than asked for', async () => {
    expect(await idsOf('sergi', '1')).toHaveLength(1);
  });

  it.each(['tek', 'basqa', 'isare'])('are none for a story told once: %s', async (id) => {
    expect(await idsOf(id)).toEqual([]);
  });

  it('are unknown for an unknown id', async () => {
    expect(await ask('yoxdur')).toBeUndefined();
  });

  it('have the shape that is documented', async () => {
    expect(SimilarResponse.safeParse(await ask('sergi')).error).toBeUndefined();
  });

  it.each([{ limit: '21' }, { limit: '0' }, { id: 'a' }])('refuses %j', (given) => {
    expect(SimilarQuery.safeParse(given).success).toBe(false);
  });
});
