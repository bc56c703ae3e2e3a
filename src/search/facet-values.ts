import type { FacetValue } from '../../indexer/engine.js';
import { lettersOf } from '../../indexer/language/twins.js';
import type { Analyzer } from '../../indexer/language/analyzer.js';
import { createAsker, type SearchDeps } from './ask.js';
import type { FacetValuesRequest, FacetValuesResponse } from './facet-values-shapes.js';
import { SearchRequest } from './request.js';
import { findAsMeant } from './suggest/as-meant.js';
import { markTyped } from './suggest/mark.js';
import { levelOf, type TypedWord } from './suggest/typed.js';

/** Looks for values of a facet by their names. */
export type FacetValuesService = (request: FacetValuesRequest) => Promise<FacetValuesResponse>;

interface NamedValue {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

/**
 * Makes the search among values of a facet: those that have words which begin as was typed, in any
 * spelling and script. They are counted in the articles of the search, as if the facet's own filter
 * were not set; values without an article are left out.
 */
export function createFacetValues(deps: SearchDeps): FacetValuesService {
  const { analyzer } = deps;
  const { answer } = createAsker(deps);

  async function valuesOf(request: FacetValuesRequest): Promise<NamedValue[]> {
    const { name, query: q } = request;
    const { result } = await answer({
      ...SearchRequest.parse({}),
      ...request,
      q,
      facets: [name],
      window: { offset: 0, limit: 0 },
    });
    return (result.facets[name] ?? []).filter(({ count }) => count > 0).map(toNamed);
  }

  return async (request) => {
    const started = performance.now();
    const { name, q, limit } = request;
    const values = (await valuesOf(request)).sort(byCount);
    const matching = (typed: readonly TypedWord[]) =>
      values.filter((value) => hasWords(value.name, typed, analyzer));
    const { typed, found, layout } = findAsMeant(q, analyzer, matching, 'all');
    return {
      name,
      q,
      ...(layout ? { layout: { ...layout } } : {}),
      values: found
        .slice(0, limit)
        .map((value) => ({ ...value, html: markTyped(value.name, typed, analyzer) })),
      totalValues: found.length,
      processingTimeMs: Math.round((performance.now() - started) * 10) / 10,
    };
  };
}

const toNamed = ({ value, name = value, count }: FacetValue): NamedValue => ({
  id: value,
  name,
  count,
});

const byCount = (a: NamedValue, b: NamedValue): number =>
  b.count - a.count || (a.name < b.name ? -1 : 1);

/** Whether each word that was typed is met by a word of the text, no two by the same one. */
function hasWords(text: string, typed: readonly TypedWord[], analyzer: Analyzer): boolean {
  const terms = [...analyzer.tokens(text)].map(({ word }) => ({
    form: word.form,
    letters: lettersOf(word.fold),
    stems: word.stems,
    keys: word.keys,
  }));
  const used = new Set<number>();
  return typed.every((word) => {
    const place = terms.findIndex((term, at) => !used.has(at) && levelOf(word, term) !== undefined);
    used.add(place);
    return place >= 0;
  });
}
