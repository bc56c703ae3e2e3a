import { z } from 'zod';
import { Group } from '../../indexer/lexicon/lexicon.js';

/** Versions that are kept; of older ones only their effect is left. */
export const MOST_VERSIONS = 500;
const MOST_CHANGED = 1_000;
export const MOST_NOTE_CHARACTERS = 500;

const Id = Group.shape.id;

/** `words.json`: what differs from `config/`. */
export const Overlay = z.strictObject({
  version: z.literal(1),
  /** Of the save that it comes from; 0 before the first. */
  number: z.int().nonnegative(),
  /** Each is added, or stands in place of the group of `config/` with its id. */
  groups: z.array(Group).superRefine(checkIdsOnce),
});
export type Overlay = Readonly<z.infer<typeof Overlay>>;

export const NO_OVERLAY: Overlay = { version: 1, number: 0, groups: [] };

/** What became of one group of the overlay: it was not there before, or is not there afterwards. */
const Edit = z.strictObject({
  id: Id,
  before: Group.exactOptional(),
  after: Group.exactOptional(),
});
export type Edit = Readonly<z.infer<typeof Edit>>;

/** One save. */
export const WordsVersion = z.strictObject({
  number: z.int().positive(),
  /** RFC 3339 instant. */
  at: z.iso.datetime(),
  /** Id of the key of whoever saved it; absent for the command line. */
  by: z.string().exactOptional(),
  note: z.string().max(MOST_NOTE_CHARACTERS).exactOptional(),
  /** The version that an undo has brought back. */
  restores: z.int().nonnegative().exactOptional(),
  edits: z.array(Edit),
});
export type WordsVersion = Readonly<z.infer<typeof WordsVersion>>;

/** `history.json`, oldest first. */
export const History = z.strictObject({
  version: z.literal(1),
  versions: z.array(WordsVersion),
});
export type History = Readonly<z.infer<typeof History>>;

/** What an editor wants to be otherwise; each group is named once. */
export const WordsChange = z
  .strictObject({
    /** Added, or put in place of the group with the same id. */
    set: z.array(Group).max(MOST_CHANGED).readonly().default([]),
    /** Ids of groups that search should not use. */
    off: z.array(Id).max(MOST_CHANGED).readonly().default([]),
    /** Ids of groups to be as `config/` has them, or gone where it has none. */
    unset: z.array(Id).max(MOST_CHANGED).readonly().default([]),
  })
  .superRefine(({ set, off, unset }, context) => {
    const ids = [...set.map(({ id }) => id), ...off, ...unset];
    const again = ids.find((id, at) => ids.indexOf(id) < at);
    if (again !== undefined) addIssue(context, [], `"${again}" is named twice`);
  });
export type WordsChange = Readonly<z.input<typeof WordsChange>>;

function checkIdsOnce(groups: readonly { readonly id: string }[], context: z.RefinementCtx): void {
  const ids = groups.map(({ id }) => id);
  for (const [at, id] of ids.entries()) {
    if (ids.indexOf(id) < at) addIssue(context, [at, 'id'], `"${id}" is already the id of another`);
  }
}

function addIssue(context: z.RefinementCtx, path: PropertyKey[], message: string): void {
  context.addIssue({ code: 'custom', path, message });
}
