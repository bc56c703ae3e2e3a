import type { FacetName, Filters } from '../../indexer/engine.js';
import type { Filter } from '../../indexer/filter.js';

/** Which of a query's filters one is; `date` is that of years, months and days. */
export type FilterName = 'topic' | 'author' | 'source' | 'lang' | 'date' | 'where';

/** One of a query's filters; a document must pass all. */
export interface FilterPart {
  readonly of: FilterName;
  readonly filter: Filter;
}

const VALUES = ['topic', 'author', 'source', 'lang'] as const;

/** A facet's own filter. `where` is nobody's: it holds for every count. */
const OWN: Readonly<Record<FacetName, FilterName>> = {
  topic: 'topic',
  author: 'author',
  source: 'source',
  lang: 'lang',
  year: 'date',
  month: 'date',
  day: 'date',
};

/**
 * The filters of a query as trees, so that engines compile trees alone.
 *
 * @example filterParts({ lang: ['az'] }) // [{ of: 'lang', filter: { attribute: 'lang', in: ['az'] } }]
 */
export function filterParts(filters: Filters): FilterPart[] {
  const { from, to, where } = filters;
  const dated = from !== undefined || to !== undefined;
  return [
    ...VALUES.flatMap((of): FilterPart[] => {
      const values = filters[of];
      return values === undefined ? [] : [{ of, filter: { attribute: of, in: values } }];
    }),
    ...(dated ? [{ of: 'date' as const, filter: rangeOf(filters) }] : []),
    ...(where ? [{ of: 'where' as const, filter: where }] : []),
  ];
}

const rangeOf = ({ from, to }: Filters): Filter => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});

/** The filters by which a facet is counted: all but its own; without a facet, all. */
export const partsFor = <Part extends Pick<FilterPart, 'of'>>(
  parts: readonly Part[],
  facet?: FacetName,
): readonly Part[] => (facet === undefined ? parts : parts.filter(({ of }) => of !== OWN[facet]));
