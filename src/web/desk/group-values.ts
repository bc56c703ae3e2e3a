import type { SynonymGroup } from '../../../indexer/lexicon/lexicon.js';

/** A group of words as a form holds it. */
export interface GroupValues {
  /** Empty for a new one. */
  readonly id: string;
  readonly mode: SynonymGroup['mode'];
  readonly head: string;
  /** One phrase a line. */
  readonly members: string;
  readonly cased: string;
  readonly everyday: boolean;
  readonly note: string;
}

export const NO_GROUP: GroupValues = {
  id: '',
  mode: 'mutual',
  head: '',
  members: '',
  cased: '',
  everyday: false,
  note: '',
};

/** @example groupValuesOf({ id: 'trump', mode: 'mutual', head: 'Tramp', members: ['Trump'] }).members // 'Trump' */
export const groupValuesOf = (group: SynonymGroup): GroupValues => ({
  id: group.id,
  mode: group.mode,
  head: group.head,
  members: group.members.join('\n'),
  cased: (group.cased ?? []).join('\n'),
  everyday: group.everyday ?? false,
  note: group.note ?? '',
});

/** @example linesOf(' Tramp \r\n\nTrump') // ['Tramp', 'Trump'] */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().replace(/\s+/gu, ' '))
    .filter((line) => line !== '');

/** The group that a form stands for; whether it can be one is another matter. */
export function groupOf({ id, mode, head, note, ...values }: GroupValues): SynonymGroup {
  const cased = linesOf(values.cased);
  return {
    id,
    mode,
    head: head.trim().replace(/\s+/gu, ' '),
    members: linesOf(values.members),
    ...(cased.length === 0 ? {} : { cased }),
    ...(values.everyday ? { everyday: true } : {}),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
  };
}

/** With one more phrase among the members, unless it is there. */
export function withMember(values: GroupValues, phrase: string): GroupValues {
  const lines = linesOf(values.members);
  if (phrase === '' || phrase === values.head || lines.includes(phrase)) return values;
  return { ...values, members: [...lines, phrase].join('\n') };
}
