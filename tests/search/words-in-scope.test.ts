import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Filter } from '../../indexer/filter.js';
import { createSearch } from '../../src/search/service.js';
import { SearchRequest } from '../../src/search/request.js';
import { openIndexOf, type OpenIndex } from './index-of.js';

let index: OpenIndex;
beforeAll(async () => {
  index = await openIndexOf([
    { id: '1', title: 'Dəmiryolu təmir olunub', body: '', topics: [], lang: 'az' },
    { id: '2', title: 'Prezident kəndə gəlib', body: '', topics: [], lang: 'en' },
  ]);
});
afterAll(() => index.close());

const search = (q: string, only?: Filter) =>
  createSearch(index.deps)({ ...SearchRequest.parse({ q }), ...(only ? { only } : {}) });
const lang = (code: string): Filter => ({ attribute: 'lang', in: [code] });

describe('what a misspelt word was read as', () => {
  it('is told whoever may see a document with that word', async () => {
    for (const only of [undefined, lang('az')]) {
      const { query, hits } = await search('demiryoly ', only);
      expect(hits.map(({ id }) => id)).toEqual(['1']);
      expect(query.words[0]?.readAs).toEqual(['demiryolu']);
      expect(query.corrected?.words).toMatchObject([{ by: 'misspelling' }]);
    }
  });

  it('is kept from others', async () => {
    const { query, hits } = await search('demiryoly ', lang('en'));
    expect(hits).toEqual([]);
    expect(query.words[0]).not.toHaveProperty('readAs');
    expect(query).not.toHaveProperty('corrected');
  });
});
