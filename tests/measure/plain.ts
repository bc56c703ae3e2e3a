import type { Article } from '../../indexer/article.js';
import type { FacetName } from '../../indexer/engine.js';
import { toSeconds } from '../../src/engines/dates.js';
import type { Asker, Place, Question } from './asker.js';
import { readCorpus } from './corpus.js';
import { openRawIndex, type RawIndex } from './raw-index.js';
import { serverOf } from './servers.js';

/**
 * Meilisearch as it is installed: default settings, the original texts, the query as typed. Facets
 * and dates are not to be had then, so they are left out of the question.
 */
export function openPlain(place: Place): Asker {
  const index = openRawIndex(serverOf(place), place.index);
  return {
    index: (paths) => indexPlain(index, paths),
    close: () => Promise.resolve(),
    ask: ({ q, page = 1, hitsPerPage = 20 }) => search(index, q, page, hitsPerPage),
  };
}

async function indexPlain(index: RawIndex, paths: readonly string[]) {
  const articles = await readCorpus(paths);
  await index.put(articles.map(toPlainDocument));
  return { documents: articles.length, skipped: 0 };
}

async function search(index: RawIndex, q: string, page: number, hitsPerPage: number) {
  const found = await index.search({ q, limit: hitsPerPage, offset: (page - 1) * hitsPerPage });
  return { hits: found.hits, total: found.estimatedTotalHits ?? 0, facets: {} };
}

/** Articles as a portal would send them: with a date to sort by and a year to count. */
const toPlainDocument = (article: Article) => ({
  ...article,
  ...(article.date === undefined
    ? {}
    : { time: toSeconds(article.date), year: article.date.slice(0, 4) }),
});

const FIELDS: Readonly<Partial<Record<FacetName, string>>> = {
  topic: 'topics',
  author: 'author',
  source: 'source',
  year: 'year',
};

/** The same index where facets and dates may be asked for: nothing else is set. */
export async function allowFacets(place: Place): Promise<void> {
  const filterableAttributes = [...Object.values(FIELDS), 'time'];
  await openRawIndex(serverOf(place), place.index).configure({ filterableAttributes });
}

/** Asks with the facets and dates of the question, once `allowFacets` is done. */
export function openPlainWithFacets(place: Place): Asker {
  const index = openRawIndex(serverOf(place), place.index);
  return {
    ...openPlain(place),
    ask: async ({ q, hitsPerPage = 20, from, facets = [] }: Question) => {
      const found = await index.search({
        q,
        limit: hitsPerPage,
        facets: facets.map((facet) => FIELDS[facet]).filter((field) => field !== undefined),
        ...(from === undefined ? {} : { filter: `time >= ${Date.parse(from) / 1000}` }),
      });
      const { hits, estimatedTotalHits = 0, facetDistribution = {} } = found;
      return { hits, total: estimatedTotalHits, facets: facetDistribution };
    },
  };
}
