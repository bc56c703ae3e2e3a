import { vi } from 'vitest';
import { z } from 'zod';
import { connectors, instantMeiliSearch, instantsearch, type Widget } from './instantsearch.js';
import type { Served } from './serve.js';

type Refine = (value?: unknown) => void;

const Refining = z.custom<Refine>((value) => typeof value === 'function');
const Hit = z.looseObject({
  id: z.string(),
  _highlightResult: z.record(z.string(), z.unknown()).optional(),
});
const Item = z.object({
  label: z.string(),
  value: z.string(),
  count: z.number(),
  isRefined: z.boolean(),
});

/** What widgets are given to draw, as far as tests look at it. */
export const DRAWN = {
  hits: z.object({ items: z.array(Hit) }),
  more: z.object({ items: z.array(Hit), showMore: Refining, isLastPage: z.boolean() }),
  box: z.object({ query: z.string(), refine: Refining }),
  list: z.object({ items: z.array(Item), refine: Refining, searchForItems: Refining }),
  range: z.object({
    range: z.object({ min: z.number().optional(), max: z.number().optional() }),
    refine: Refining,
  }),
  sort: z.object({ currentRefinement: z.string(), refine: Refining }),
  pages: z.object({ nbPages: z.number(), currentRefinement: z.number(), refine: Refining }),
  stats: z.object({ nbHits: z.number() }),
};

const CONNECTORS = {
  configure: 'connectConfigure',
  hits: 'connectHits',
  more: 'connectInfiniteHits',
  box: 'connectSearchBox',
  list: 'connectRefinementList',
  range: 'connectRange',
  sort: 'connectSortBy',
  pages: 'connectPagination',
  stats: 'connectStats',
};

/** A widget of a page: its kind, under a name of its own when there are several of a kind. */
export interface WidgetOf {
  readonly kind: keyof typeof CONNECTORS;
  readonly name?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
}

export interface PageOptions {
  readonly client?: object;
  /** The query to begin with, and hits of a page. */
  readonly begin?: Readonly<Record<string, unknown>>;
}

/** A page of InstantSearch without a screen: its widgets keep what they were last given to draw. */
export class SearchPage {
  readonly #drawn = new Map<string, unknown>();
  readonly search;

  constructor({ url, index }: Served, widgets: readonly WidgetOf[], options: PageOptions = {}) {
    const { searchClient } = instantMeiliSearch(url, '', options.client);
    const initialUiState = { [index]: { ...options.begin } };
    this.search = instantsearch({ indexName: index, searchClient, initialUiState });
    const keep = (name: string) => (drawn: unknown) => void this.#drawn.set(name, drawn);
    this.search.addWidgets(widgets.map((widget) => makeWidget(widget, keep)));
    this.search.start();
  }

  /** What a widget was last given. */
  drawn<Value>(schema: z.ZodType<Value>, name: string): Value {
    return schema.parse(this.#drawn.get(name));
  }

  ids(): string[] {
    return this.drawn(DRAWN.hits, 'hits').items.map(({ id }) => id);
  }

  /** Values of a list with their counts. */
  counts(name: string): Record<string, number> {
    const { items } = this.drawn(DRAWN.list, name);
    return Object.fromEntries(items.map(({ label, count }) => [label, count]));
  }
}

export function makeWidget(
  { kind, name = kind, settings = {} }: WidgetOf,
  draw: (name: string) => (drawn: unknown) => void,
): Widget {
  const connect = connectors[CONNECTORS[kind]];
  if (!connect) throw new Error(`InstantSearch has no ${CONNECTORS[kind]}.`);
  return connect(draw(name))(settings);
}

/** Waits until what is expected is so. */
export const eventually = (check: () => void): Promise<void> =>
  vi.waitFor(check, { timeout: 20_000, interval: 20 });
