import { z } from 'zod';

/**
 * What tests use of InstantSearch. Its own types lean on those of browsers, which are not there.
 */
export type Widget = object;

interface Page {
  addWidgets(widgets: readonly Widget[]): void;
  start(): void;
  dispose(): void;
}

interface PartOfPage extends Widget {
  addWidgets(widgets: readonly Widget[]): void;
  getResults(): { readonly hits: readonly unknown[] } | null;
}

type MakePage = (options: object) => Page;
type MakePart = (options: object) => PartOfPage;
type Connector = (draw: (drawn: unknown) => void) => (settings: object) => Widget;

type MakeClient = (url: string, key: string, options?: object) => { readonly searchClient: object };

const isFunction = (value: unknown): boolean => typeof value === 'function';
const connectorsIn: unknown = await import('instantsearch.js/es/connectors/index.js');
const clientIn: unknown = await import('@meilisearch/instant-meilisearch');
const pageIn: unknown = await import('instantsearch.js');
const partIn: unknown = await import('instantsearch.js/es/widgets/index/index.js');

/** Connectors by name: `connectHits`. */
export const connectors = z
  .record(z.string(), z.custom<Connector>(isFunction))
  .parse({ ...z.looseObject({}).parse(connectorsIn) });
export const instantsearch = z
  .object({ default: z.custom<MakePage>(isFunction) })
  .parse(pageIn).default;
export const index = z.object({ default: z.custom<MakePart>(isFunction) }).parse(partIn).default;
export const { instantMeiliSearch } = z
  .object({ instantMeiliSearch: z.custom<MakeClient>(isFunction) })
  .parse(clientIn);
