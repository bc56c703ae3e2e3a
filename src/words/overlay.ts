import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { SynonymGroup } from '../../indexer/lexicon/lexicon.js';
import { WordsChange, type Edit } from './record.js';

type Groups = readonly SynonymGroup[];

/**
 * The groups that search uses: those of `config/`, with those of the overlay in their place or after
 * them. Groups that are the same stay the same objects.
 *
 * @example overlaid([sea, friend], [{ ...sea, mode: 'off' }]) // [{ ...sea, mode: 'off' }, friend]
 */
export function overlaid(shipped: Groups, overlay: Groups): Groups {
  const own = byId(overlay);
  const known = byId(shipped);
  return [
    ...shipped.map((group) => own.get(group.id) ?? group),
    ...overlay.filter(({ id }) => !known.has(id)),
  ];
}

/**
 * The overlay after a change. What is set to be as in `config/` is not kept.
 *
 * @throws z.ZodError that names what cannot be so, an id that nobody knows too
 * @example changed([sea], [], { off: ['sea'] }) // [{ ...sea, mode: 'off' }]
 */
export function changed(shipped: Groups, overlay: Groups, wanted: WordsChange): Groups {
  const { set, off, unset } = WordsChange.parse(wanted);
  const effective = byId(overlaid(shipped, overlay));
  const known = (id: string, path: PropertyKey[]): SynonymGroup => {
    const group = effective.get(id);
    if (group) return group;
    const message = `expected the id of a group, found "${id}"`;
    throw new z.ZodError([{ code: 'custom', path, message, input: id }]);
  };
  const next = byId(overlay);
  for (const [at, id] of off.entries()) next.set(id, { ...known(id, ['off', at]), mode: 'off' });
  for (const [at, id] of unset.entries()) next.delete(known(id, ['unset', at]).id);
  for (const group of set) next.set(group.id, group);
  const inConfig = byId(shipped);
  return [...next.values()].filter((group) => !isDeepStrictEqual(group, inConfig.get(group.id)));
}

/** What differs between two overlays. */
export function editsBetween(before: Groups, after: Groups): Edit[] {
  const [old, now] = [byId(before), byId(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
    const [was, is] = [old.get(id), now.get(id)];
    if (isDeepStrictEqual(was, is)) return [];
    return [{ id, ...(was ? { before: was } : {}), ...(is ? { after: is } : {}) }];
  });
}

/** The overlay as it was before these edits. */
export function withoutEdits(overlay: Groups, edits: readonly Edit[]): Groups {
  const groups = byId(overlay);
  for (const { id, before } of edits.toReversed()) {
    if (before) groups.set(id, before);
    else groups.delete(id);
  }
  return [...groups.values()];
}

const byId = (groups: Groups): Map<string, SynonymGroup> =>
  new Map(groups.map((group) => [group.id, group]));
