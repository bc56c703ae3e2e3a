import { readGroupFiles } from '../../indexer/lexicon/check-files.js';
import type { Finding } from '../../indexer/lexicon/check.js';
import type { Lexicon, SynonymGroup } from '../../indexer/lexicon/lexicon.js';
import type { SearchDeps } from '../search/ask.js';
import { createChangeChecker } from './check-change.js';
import { createCommit, type Saved, type SavedBy } from './commit.js';
import { createFollower, type InStep } from './follow.js';
import { createGroupTest, listGroups, type GroupFilter, type WordGroup } from './groups.js';
import { changed, overlaid } from './overlay.js';
import { previewQuery, type Preview } from './preview.js';
import type { ProposalList, Proposals } from './proposals.js';
import type { WordsChange, WordsVersion } from './record.js';
import type { WordsStore } from './store.js';
import { watchWords } from './watch.js';

/**
 * The operator's own words: what differs from the synonyms and name aliases of `config/`. A save
 * takes effect with the next search, in every process on the same data folder. All throw WordsError
 * when the files cannot be used.
 */
export interface Words {
  /** In the order in which search has them. */
  groups(filter?: GroupFilter): readonly WordGroup[];
  /** What search uses now. */
  effective(): readonly SynonymGroup[];
  /**
   * What the checks say of a change; errors first.
   * @throws z.ZodError that names what cannot be read
   */
  check(change: WordsChange): readonly Finding[];
  /**
   * Saves a change as a new version; its warnings come back.
   * @throws z.ZodError, or WordsRefusedError with the findings: then nothing is saved
   * @example words.save({ off: ['sea'] }, { by: '3f0c1d5a9b72', note: 'too wide' }) // { version: { number: 1, … }, warnings: [] }
   */
  save(change: WordsChange, save?: SavedBy): Saved;
  /** What a change would do to a query; saves nothing. @throws z.ZodError, EngineError */
  preview(change: WordsChange, q: string): Promise<Preview>;
  /** Newest first, at most 500. */
  history(): readonly WordsVersion[];
  /**
   * Makes the words be as they were after a version, as a new version; 0 is `config/` alone.
   * @throws z.ZodError when it is not known (any more), or WordsRefusedError when `config/` has
   *   changed so that they no longer go together
   */
  undo(version: number, save?: SavedBy): Saved;
  /** What mining the index for spellings that are one word has proposed. */
  proposals(): ProposalList;
  /** Mines the live index anew, in the background: minutes. Resolves when that has ended. */
  mine(): Promise<void>;
  /**
   * Takes a proposal over, as a save does; undefined when there is no such proposal.
   * @throws WordsRefusedError
   */
  accept(id: string, save?: SavedBy): Saved | undefined;
  /** Proposes it never again; gives whether there was such a proposal. */
  reject(id: string, by?: string): boolean;
  /** How far documents carry the words; engines that read the words themselves are in step. */
  inStep(): InStep;
  /** Calls back after every change, other processes' too, within seconds; gives how to stop. */
  onChange(listener: () => void): () => void;
  close(): Promise<void>;
}

export interface WordsDeps {
  readonly store: WordsStore;
  /** The words of `config/` alone. */
  readonly shipped: Lexicon;
  /** What a search takes, with the live lexicon. */
  readonly search: SearchDeps;
  readonly proposals: Proposals;
  readonly onNotice?: (notice: string) => void;
}

export type { Saved, SavedBy };

/** Opens the service of the editors' words. */
export function openWords(deps: WordsDeps): Words {
  const { store, shipped, search, proposals } = deps;
  const files = readGroupFiles();
  const checker = createChangeChecker(shipped, search.analyzer);
  const commit = createCommit(store, checker, shipped);
  const watch = watchWords(search.lexicon);
  const follower = createFollower({ ...deps, engine: search.engine });
  watch.onChange(follower.follow);
  // What was saved before the last end may not have come to all documents.
  if (store.read().number > 0) follower.follow();
  const next = (change: WordsChange) => {
    const before = store.read().groups;
    return { before, after: changed(shipped.synonyms, before, change) };
  };

  const told = (saved: Saved): Saved => {
    watch.look();
    return saved;
  };
  const save: Words['save'] = (change, by = {}) => told(commit.save(change, by));

  return {
    groups: (filter = {}) =>
      listGroups(shipped.synonyms, store.read().groups, files).filter(createGroupTest(filter)),
    effective: () => search.lexicon.synonyms,
    check: (change) => {
      const { before, after } = next(change);
      return checker.check(before, after);
    },
    save,
    preview: async (change, q) => {
      const { before, after } = next(change);
      const lists = {
        before: overlaid(shipped.synonyms, before),
        after: overlaid(shipped.synonyms, after),
      };
      return previewQuery(search, lists, q);
    },
    history: store.history,
    undo: (version, by = {}) => told(commit.undo(version, by)),
    proposals: proposals.list,
    mine: proposals.mine,
    accept: (id, by) => {
      const change = proposals.changeOf(id);
      return change && save(change, by);
    },
    reject: proposals.reject,
    inStep: follower.state,
    onChange: watch.onChange,
    close: () => {
      watch.close();
      follower.close();
      proposals.close();
      return Promise.resolve();
    },
  };
}
