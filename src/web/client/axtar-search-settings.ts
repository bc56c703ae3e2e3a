import type { Language } from '../language.js';

/** What the attributes of the element say, with their defaults. */
export interface Settings {
  /** Origin of the service, without a slash at its end. */
  readonly endpoint: string;
  /** Whether results are shown under the box; else the box leads to `target`. */
  readonly inline: boolean;
  /** Address of the page of results. */
  readonly target: string;
  /** Name of the parameter of an address that holds the query. */
  readonly parameter: string;
  /** Whether the address of the page follows what is asked. */
  readonly followsAddress: boolean;
  readonly lang: Language;
  readonly placeholder: string | undefined;
  /** Name of the form and the results for assistive technology. */
  readonly label: string | undefined;
  /** Only articles of these are found. */
  readonly topics: readonly string[];
  readonly sources: readonly string[];
  readonly key: string | undefined;
  readonly perPage: number;
  readonly opensNew: boolean;
  /** Whether the service may count searches and openings. */
  readonly counts: boolean;
}

export const ATTRIBUTES = [
  'endpoint',
  'results',
  'target',
  'parameter',
  'sync-address',
  'lang',
  'placeholder',
  'aria-label',
  'topic',
  'source',
  'api-key',
  'per-page',
  'open',
  'no-log',
] as const;

/** Where this script came from is where the service is. */
const HOME = new URL(import.meta.url).origin;
const USUAL_HITS = 10;
const MOST_HITS = 50;

export function readSettings(host: HTMLElement): Settings {
  const text = (name: (typeof ATTRIBUTES)[number]) => host.getAttribute(name)?.trim() || undefined;
  const endpoint = (text('endpoint') ?? HOME).replace(/\/+$/, '');
  return {
    endpoint,
    inline: text('results') === 'inline',
    target: text('target') ?? `${endpoint}/`,
    parameter: text('parameter') ?? 'q',
    followsAddress: host.hasAttribute('sync-address'),
    lang: languageOf(text('lang') ?? languageAround(host)),
    placeholder: text('placeholder'),
    label: text('aria-label'),
    topics: listOf(text('topic')),
    sources: listOf(text('source')),
    key: text('api-key'),
    perPage: hitsOf(text('per-page')),
    opensNew: text('open') === 'new',
    counts: !host.hasAttribute('no-log'),
  };
}

const languageAround = (host: HTMLElement): string | undefined =>
  host.closest('[lang]')?.getAttribute('lang') ?? undefined;

/** @example languageOf('en-GB') // 'en' */
const languageOf = (tag: string | undefined): Language =>
  tag?.toLowerCase().split('-')[0] === 'en' ? 'en' : 'az';

const listOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '');

const hitsOf = (text: string | undefined): number => {
  const count = Math.trunc(Number(text ?? USUAL_HITS));
  return count >= 1 ? Math.min(count, MOST_HITS) : USUAL_HITS;
};
