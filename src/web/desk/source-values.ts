import type { Source } from '../../sync/source-shapes.js';

/** The kinds of sources that the desk adds. */
export const SOURCE_KINDS = ['feed', 'sitemap', 'wordpress', 'pages'] as const;

/** A source as a form holds it. */
export interface SourceValues {
  readonly kind: (typeof SOURCE_KINDS)[number];
  readonly id: string;
  readonly name: string;
  /** One a line. */
  readonly url: string;
  readonly every: string;
  readonly topics: string;
  readonly enabled: boolean;
  readonly removals: boolean;
}

export const NO_SOURCE: SourceValues = {
  kind: 'feed',
  id: '',
  name: '',
  url: '',
  every: '*/15 * * * *',
  topics: '',
  enabled: true,
  removals: true,
};

/** @example sourceValuesOf(source).url // 'https://portal.az/rss' */
export const sourceValuesOf = (source: Source): SourceValues => ({
  kind: source.kind === 'folder' ? 'pages' : source.kind,
  id: source.id,
  name: source.name ?? '',
  url: addressesOf(source),
  every: source.every ?? '',
  topics: (source.topics ?? []).join(', '),
  enabled: source.enabled,
  removals: source.removals,
});

function addressesOf(source: Source): string {
  if (source.kind === 'folder') return source.path;
  return source.kind === 'pages' ? source.urls.join('\n') : source.url;
}
