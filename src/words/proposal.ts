import { z } from 'zod';
import { shortHash } from '../../indexer/extraction/slug.js';
import { Group, makePhraseKey, type SynonymGroup } from '../../indexer/lexicon/lexicon.js';
import type { WordsChange } from './record.js';

const Score = z.number();
const Texts = z.array(z.string());

/** A proposal of variant mining as it is kept: see `Proposal` of indexer/variants. */
export const StoredProposal = z.object({
  kind: z.enum(['name', 'typo']),
  score: Score,
  file: z.string(),
  change: z.enum(['add', 'extend']),
  entry: Group,
  evidence: z.object({
    spellings: z.array(
      z.object({
        spelling: z.string(),
        count: z.int(),
        articles: z.int(),
        forms: Texts,
        examples: Texts,
      }),
    ),
    pairs: z.array(
      z.object({
        spellings: z.tuple([z.string(), z.string()]),
        score: Score,
        portion: z.number(),
        sound: z.boolean(),
        neighbours: Texts,
      }),
    ),
  }),
});
export type StoredProposal = Readonly<z.infer<typeof StoredProposal>>;

const phrasesOf = ({ head, members }: SynonymGroup): string[] => [head, ...members];
const keysOf = (group: SynonymGroup): string[] => phrasesOf(group).map(makePhraseKey);

/** Names what a proposal says: the same when it is mined again. */
export const proposalId = ({ kind, entry }: Pick<StoredProposal, 'kind' | 'entry'>): string =>
  shortHash(JSON.stringify([kind, keysOf(entry).toSorted()]));

/** Whether the words say already what a proposal does. */
export function createSettledTest(groups: readonly SynonymGroup[]) {
  const known = groups.map((group) => new Set(keysOf(group)));
  return ({ entry }: Pick<StoredProposal, 'entry'>): boolean => {
    const keys = keysOf(entry);
    return known.some((group) => keys.every((key) => group.has(key)));
  };
}

/** The change that takes a proposal over: into the group that it extends, as it is now, or as one more. */
export function changeOf(
  { change, entry }: StoredProposal,
  groups: readonly SynonymGroup[],
): WordsChange {
  const ids = new Map(groups.map((group) => [group.id, group]));
  const owner = change === 'extend' ? ids.get(entry.id) : undefined;
  if (!owner) return { set: [{ ...entry, id: freeId(entry.id, ids) }] };
  const known = new Set(keysOf(owner));
  const added = phrasesOf(entry).filter((phrase) => !known.has(makePhraseKey(phrase)));
  return { set: [{ ...owner, members: [...owner.members, ...added] }] };
}

function freeId(wanted: string, taken: ReadonlyMap<string, unknown>): string {
  let id = wanted;
  for (let next = 2; taken.has(id); next++) id = `${wanted}-${next}`;
  return id;
}
