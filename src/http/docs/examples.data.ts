/** A question that can be followed as a link. */
export interface Example {
  readonly says: string;
  /** `{id}` stands for the id of an article that is there. */
  readonly path?: string;
  readonly query?: Readonly<Record<string, string>>;
}

/** By the path of the route; words that news in Azerbaijani is likely to have. */
export const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  '/v1/search': [
    { says: 'A name, with its topics counted', query: { q: 'Tokayev', facets: 'topic' } },
    { says: 'The same name in Russian letters', query: { q: 'Токаев' } },
    { says: 'Typed with the Russian keyboard on', query: { q: 'ещлфнум' } },
    { says: 'Without diacritics, as a phrase', query: { q: '"orta dehliz"' } },
    { says: 'One word, without another', query: { q: 'Bakı -hava' } },
    {
      says: 'Filtered, the newest first, counted by month',
      query: {
        filter: 'topic IN [neqliyyat, enerji] AND date >= 2024-01-01',
        sort: 'date:desc',
        facets: 'date:month',
      },
    },
    {
      says: 'One hit a story',
      query: { q: 'Azərbaycan', distinct: 'story', fields: 'title,source' },
    },
  ],
  '/v1/explain': [{ says: 'Why it stands there', query: { q: 'Tokayev', id: '{id}' } }],
  '/v1/suggest': [
    { says: 'Half a word', query: { q: 'tok' } },
    { says: 'Names of topics alone', query: { q: 'si', kinds: 'topic' } },
  ],
  '/v1/facets/{name}': [
    { says: 'Topics that have a word', path: '/v1/facets/topic', query: { q: 'ene' } },
    {
      says: 'Authors of articles about a name',
      path: '/v1/facets/author',
      query: { query: 'Tokayev' },
    },
  ],
  '/v1/similar/{id}': [{ says: 'On the same story', path: '/v1/similar/{id}' }],
  '/v1/documents/{id}': [{ says: 'The newest article', path: '/v1/documents/{id}' }],
  '/v1/stats': [{ says: 'The index' }],
  '/health': [{ says: 'Whether it answers' }],
  '/health/ready': [{ says: 'Whether everything is there' }],
  '/version': [{ says: 'The Meilisearch that is spoken' }],
  '/openapi.json': [{ says: 'The document' }],
};
