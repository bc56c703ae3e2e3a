import { z } from 'zod';
import { slugOf } from '../../../../indexer/extraction/slug.js';
import { Source, type SourceInput } from '../../../sync/source-shapes.js';
import type { FieldError } from '../../../web/desk/field.js';
import { linesOf } from '../../../web/desk/group-values.js';
import { SOURCE_KINDS, type SourceValues } from '../../../web/desk/source-values.js';
import type { Language } from '../../../web/language.js';
import { SOURCES_WORDS } from '../../../web/words/desk-sources.data.js';

const text = z.string().trim().max(100_000).default('');
const box = z
  .string()
  .optional()
  .transform((given) => given !== undefined);

/** The form of a source as it is sent. */
export const SourceForm = z.object({
  kind: z.enum(SOURCE_KINDS).default('feed'),
  id: text,
  name: text,
  url: text,
  every: text,
  topics: text,
  enabled: box,
  removals: box,
  intent: z.enum(['save', 'run', 'try', 'remove']).default('save'),
});
export type SourceForm = z.infer<typeof SourceForm>;

/** The source of a form, or what is wrong with it; what the form does not show stays as it was. */
export function readSource(
  values: SourceValues,
  lang: Language,
  known?: Source,
): { readonly source?: SourceInput; readonly errors: readonly FieldError[] } {
  const parsed = Source.safeParse({ ...keptOf(known, values), ...drafted(values) });
  if (parsed.success) return { source: parsed.data, errors: [] };
  const fields = new Map(parsed.error.issues.map(({ path }) => [fieldOf(path[0]), path]));
  return { errors: [...fields.keys()].map((field) => sayField(field, lang)) };
}

const FIELDS = ['id', 'name', 'url', 'every', 'topics'] as const;
type FieldName = (typeof FIELDS)[number];

const fieldOf = (name: PropertyKey | undefined): FieldName =>
  FIELDS.find((field) => field === name) ?? 'url';

const sayField = (field: FieldName, lang: Language): FieldError => ({
  field,
  message: SOURCES_WORDS[lang].errors[field],
});

function drafted({ kind, id, name, url, every, topics, enabled, removals }: SourceValues) {
  const addresses = linesOf(url);
  const listed = topics
    .split(',')
    .map((topic) => topic.trim())
    .filter((topic) => topic !== '');
  return {
    kind,
    id: id === '' ? idOf(addresses[0] ?? '') : id,
    enabled,
    removals,
    ...(name === '' ? {} : { name }),
    ...(every === '' ? {} : { every }),
    ...(listed.length === 0 ? {} : { topics: listed }),
    ...(kind === 'pages' ? { urls: addresses } : { url: addresses[0] ?? '' }),
  };
}

/** @example idOf('https://www.portal.az/rss') // 'portal-az' */
const idOf = (address: string): string =>
  URL.canParse(address) ? slugOf(new URL(address).hostname.replace(/^www\./, '')).slice(0, 60) : '';

/** Settings beside the form's own, where the kind is still the same. */
function keptOf(known: Source | undefined, { kind }: SourceValues): object {
  if (known?.kind !== kind) return {};
  const shown = new Set(['name', 'every', 'topics', 'url', 'urls']);
  return Object.fromEntries(Object.entries(known).filter(([name]) => !shown.has(name)));
}
