import { join } from 'node:path';
import { z } from 'zod';
import type { RebuildProgress } from '../../indexer/engine.js';
import type { SynonymGroup } from '../../indexer/lexicon/lexicon.js';
import type { Mined } from '../../indexer/variants/mine.js';
import { openSharedFile } from '../shared-file.js';
import { WordsError } from './error.js';
import {
  changeOf,
  createSettledTest,
  proposalId,
  StoredProposal,
  type StoredProposal as Proposal,
} from './proposal.js';
import type { WordsChange } from './record.js';

/** Mines the live index for spellings that are one word; may take minutes. */
export type Miner = (
  onProgress: (progress: RebuildProgress) => void,
  signal: AbortSignal,
) => Promise<Mined>;

/** What was proposed when the index was mined last. */
export interface ProposalList {
  /** RFC 3339 instant; absent when it never was. */
  readonly minedAt?: string;
  /** Articles that were read. */
  readonly articles: number;
  /** Best first, without those that were rejected or that the words say by now. */
  readonly proposals: readonly ListedProposal[];
  /** Set while the index is mined. */
  readonly mining?: RebuildProgress;
  /** Why mining failed last time. */
  readonly problem?: string;
}

export type ListedProposal = Proposal & { readonly id: string };

/** Proposals of variant mining, kept beside the words. All throw WordsError. */
export interface Proposals {
  list(): ProposalList;
  /** Mines anew; resolves when that has ended, at once where it is under way already. */
  mine(): Promise<void>;
  /** The change that takes a proposal over; undefined where there is no such proposal. */
  changeOf(id: string): WordsChange | undefined;
  /** Proposes it never again; gives whether there was such a proposal. */
  reject(id: string, by?: string): boolean;
  close(): void;
}

const File = z.strictObject({
  version: z.literal(1),
  minedAt: z.iso.datetime().exactOptional(),
  articles: z.int(),
  proposals: z.array(StoredProposal),
});
const Rejected = z.strictObject({
  version: z.literal(1),
  rejected: z.array(
    z.strictObject({ id: z.string(), at: z.iso.datetime(), by: z.string().exactOptional() }),
  ),
});

const MOST_PROPOSALS = 500;
const MOST_REJECTED = 20_000;

export interface ProposalsDeps {
  readonly folder: string;
  readonly mine: Miner;
  /** The words of now. */
  readonly groups: () => readonly SynonymGroup[];
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** Opens `proposals.json` and `rejected.json` of a folder, which need not be there yet. */
export function openProposals({ folder, mine, groups, now = Date.now }: ProposalsDeps): Proposals {
  const fail = (message: string, options?: ErrorOptions) => new WordsError(message, options);
  const file = openSharedFile<z.infer<typeof File>>({
    path: join(folder, 'proposals.json'),
    schema: File,
    empty: { version: 1, articles: 0, proposals: [] },
    fail,
  });
  const rejected = openSharedFile<z.infer<typeof Rejected>>({
    path: join(folder, 'rejected.json'),
    schema: Rejected,
    empty: { version: 1, rejected: [] },
    fail,
  });
  const closing = new AbortController();
  let mining: RebuildProgress | undefined;
  let problem: string | undefined;
  const instant = () => new Date(now()).toISOString();

  function open(): readonly ListedProposal[] {
    const gone = new Set(rejected.read().rejected.map(({ id }) => id));
    const isSettled = createSettledTest(groups());
    return file
      .read()
      .proposals.filter((proposal) => !isSettled(proposal))
      .map((proposal) => ({ ...proposal, id: proposalId(proposal) }))
      .filter(({ id }) => !gone.has(id));
  }

  async function mineNow(): Promise<void> {
    try {
      const { articles, proposals } = await mine((progress) => (mining = progress), closing.signal);
      const kept = z.array(StoredProposal).parse(proposals.slice(0, MOST_PROPOSALS));
      file.change((_, write) =>
        write({ version: 1, minedAt: instant(), articles, proposals: kept }),
      );
      problem = undefined;
    } catch (error) {
      if (closing.signal.aborted) return;
      problem = error instanceof Error ? error.message : String(error);
    } finally {
      mining = undefined;
    }
  }

  const find = (id: string) => open().find((proposal) => proposal.id === id);
  return {
    list: () => {
      const { minedAt, articles } = file.read();
      return {
        ...(minedAt === undefined ? {} : { minedAt }),
        articles,
        proposals: open(),
        ...(mining ? { mining } : {}),
        ...(problem === undefined ? {} : { problem }),
      };
    },
    mine: async () => {
      if (mining || closing.signal.aborted) return;
      mining = { done: 0, total: 0 };
      await mineNow();
    },
    changeOf: (id) => {
      const proposal = find(id);
      return proposal && changeOf(proposal, groups());
    },
    reject: (id, by) => {
      if (!find(id)) return false;
      rejected.change((before, write) => {
        const added = { id, at: instant(), ...(by === undefined ? {} : { by }) };
        write({ version: 1, rejected: [...before.rejected, added].slice(-MOST_REJECTED) });
      });
      return true;
    },
    close: () => closing.abort(),
  };
}
