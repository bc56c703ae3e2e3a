import { z } from 'zod';
import { shortHash, slugOf } from '../../../../indexer/extraction/slug.js';
import { Group, type SynonymGroup } from '../../../../indexer/lexicon/lexicon.js';
import { MOST_NOTE_CHARACTERS } from '../../../words/record.js';
import type { FieldError } from '../../../web/desk/field.js';
import { groupOf, type GroupValues } from '../../../web/desk/group-values.js';
import type { Language } from '../../../web/language.js';
import { WORDS_WORDS } from '../../../web/words/desk-words.data.js';

const text = z.string().default('');

/** The form of a group as it is sent. */
export const GroupForm = z.object({
  id: z.string().max(200).default(''),
  opened: z.string().max(100).default(''),
  mode: z.enum(['mutual', 'oneway', 'off']).default('mutual'),
  head: text,
  members: text,
  cased: text,
  everyday: z
    .string()
    .optional()
    .transform((given) => given !== undefined),
  note: text,
  /** The query to try the change with, and why the group is changed. */
  q: text,
  why: text,
  accepted: z.string().max(100).default(''),
  intent: z.enum(['save', 'unset']).catch('save').default('save'),
});
export type GroupForm = z.infer<typeof GroupForm>;

const MOST_PHRASES = 100;
const MOST_PHRASE_CHARACTERS = 200;

/** The group of a form, or what is wrong with the form, field by field. */
export type ReadGroup =
  | { readonly group: SynonymGroup; readonly errors: readonly [] }
  | { readonly group?: undefined; readonly errors: readonly FieldError[] };

/**
 * Reads the form of a group; a new one gets its id of its head.
 *
 * @param isTaken whether an id is that of another group already
 */
export function readGroup(
  values: GroupValues,
  lang: Language,
  isTaken: (id: string) => boolean,
): ReadGroup {
  const drafted = groupOf(values);
  const errors = limitErrors(drafted, lang);
  if (errors.length > 0) return { errors };
  const id = drafted.id === '' ? freeId(slugOf(drafted.head), isTaken) : drafted.id;
  const parsed = Group.safeParse({ ...drafted, id });
  if (parsed.success) return { group: parsed.data, errors: [] };
  return { errors: parsed.error.issues.map((issue) => sayIssue(issue, drafted, lang)) };
}

function limitErrors({ head, members, note = '' }: SynonymGroup, lang: Language): FieldError[] {
  const words = WORDS_WORDS[lang].errors;
  const isLong = (phrase: string) => phrase.length > MOST_PHRASE_CHARACTERS;
  return [
    ...(isLong(head) ? [{ field: 'head', message: words.tooLong }] : []),
    ...(members.some(isLong) ? [{ field: 'members', message: words.tooLong }] : []),
    ...(members.length > MOST_PHRASES ? [{ field: 'members', message: words.tooMany }] : []),
    ...(note.length > MOST_NOTE_CHARACTERS ? [{ field: 'note', message: words.longNote }] : []),
  ];
}

function sayIssue(issue: z.core.$ZodIssue, group: SynonymGroup, lang: Language): FieldError {
  const words = WORDS_WORDS[lang].errors;
  const [field, at] = issue.path;
  if (field !== 'members' && field !== 'cased') return { field: 'head', message: words.head };
  if (typeof at !== 'number') return { field, message: words.members };
  const phrase = group[field]?.[at] ?? '';
  if (issue.code !== 'custom') return { field, message: words.empty(phrase) };
  return { field, message: field === 'members' ? words.repeated(phrase) : words.cased(phrase) };
}

function freeId(wanted: string, isTaken: (id: string) => boolean): string {
  let id = wanted;
  for (let next = 2; isTaken(id); next++) id = `${wanted}-${next}`;
  return id;
}

/** Names the state of a group: another one when somebody has changed it; empty where there is none. */
export function groupTag(group: SynonymGroup | undefined): string {
  if (!group) return '';
  const { id, mode, head, members, cased, everyday, note } = group;
  return shortHash(JSON.stringify([id, mode, head, members, cased, everyday, note]));
}

/** The fields of the group alone. */
export const groupValues = (form: GroupForm): GroupValues => {
  const { id, mode, head, members, cased, everyday, note } = form;
  return { id, mode, head, members, cased, everyday, note };
};
