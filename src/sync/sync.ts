import { join } from 'node:path';
import type { DocumentMaker } from '../../indexer/document.js';
import type { SearchEngine } from '../../indexer/engine.js';
import { loadExtractionRules } from '../../indexer/extraction/rules.js';
import type { RecordToArticle } from '../../indexer/sources/source.js';
import type { SimilarService } from '../search/similar.js';
import { createFetcher, type Fetcher } from './fetcher.js';
import type { RunReport, SourceReport } from './report.js';
import { createRunner } from './runner.js';
import type { RunProgress } from './run-source.js';
import { createSchedules } from './schedule.js';
import type { Source, SourceInput } from './source-shapes.js';
import { openSources, SourcesError } from './sources.js';
import { openState } from './state.js';
import { userAgentOf } from './user-agent.js';

/** A source with what is known of it. */
export interface SourceStatus {
  readonly source: Source;
  /** Articles in the index that it holds. */
  readonly articles: number;
  /** Being read now, by this process. */
  readonly running?: RunProgress;
  readonly lastRun?: SourceReport;
  /** RFC 3339; absent without schedules, and for a source without one. */
  readonly nextRun?: string;
}

export interface RunOptions {
  /** Says what would be done and does nothing; `wouldDo` of the reports tells it. */
  readonly dryRun?: boolean;
  /** Reads and pushes everything, whether it has changed or not. */
  readonly again?: boolean;
  /** Believes that many articles are gone at once. */
  readonly acceptRemovals?: boolean;
  /** Stops between two articles; what was read is kept and the next run goes on. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: RunProgress) => void;
}

/** Who asks for a change of the sources. */
export type Asker = 'operator' | 'editor';

/**
 * Keeps the index in step with portals. What is configured is in `sources.json` of the data folder,
 * which an operator may edit at any time; what is remembered between runs is in its folder `sync`.
 */
export interface Sync {
  /**
   * The sources in the order of the file.
   * @throws SourcesError when the file cannot be used: file and place are in the message
   */
  list(): SourceStatus[];
  /**
   * Adds a source. An editor may add none that reads files of this machine or asks private networks.
   * @example sync.add({ id: 'xeber', kind: 'feed', url: 'https://portal.az/rss', every: '*\/15 * * * *' })
   * @throws SourcesError naming what is wrong with it: `the source: url: expected an http or https address`
   */
  add(source: SourceInput, asker?: Asker): Source;
  /** Replaces a source; its id stays, and what is remembered of it. Throws as `add` does. */
  change(id: string, source: SourceInput, asker?: Asker): Source;
  /**
   * Forgets a source and its history. Its articles stay in the index.
   * @throws SourcesError when there is none of this id
   */
  remove(id: string): void;
  /**
   * Reads one source, or all that are enabled, some at a time, and resolves when they have ended.
   * What is the matter with a source is in its report; one that is being read by whomever is `busy`.
   * @example (await sync.run('xeber')).sources[0] // { source: 'xeber', outcome: 'done', added: 12, … }
   * @throws SourcesError when there is no such source or the file cannot be used
   */
  run(id?: string, options?: RunOptions): Promise<RunReport>;
  /** The last runs of one source, or of all, newest first; 100 of each source are kept. */
  history(id?: string, limit?: number): SourceReport[];
  /**
   * Reads every source when its `every` says so, until `close`. Changes of the file are noticed
   * within half a minute.
   */
  startSchedules(): void;
  /** Stops what is under way between two articles; may be called twice. */
  close(): Promise<void>;
}

export interface SyncOptions {
  /** The folder of the data. */
  readonly folder: string;
  readonly engine: Pick<SearchEngine, 'upsert' | 'remove' | 'stats'>;
  readonly toArticle: RecordToArticle;
  readonly toDocument: DocumentMaker;
  /** Told of new articles; without it stories are not compared. */
  readonly similar?: SimilarService;
  /** How pages are fetched; for tests. */
  readonly fetcher?: Fetcher;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Says on one line what an operator should know. */
  readonly onNotice?: (notice: string) => void;
}

/**
 * Opens the sources of a data folder. Nothing is read before `run` or `startSchedules`.
 *
 * @example const sync = openSync({ folder: 'data', engine, toArticle, toDocument })
 * @throws EngineError when the file of the state cannot be used
 */
export function openSync(options: SyncOptions): Sync {
  const { folder, now = Date.now, onNotice = () => undefined } = options;
  const sources = openSources(join(folder, 'sources.json'));
  const state = openState(join(folder, 'sync'), now);
  const fetcher =
    options.fetcher ??
    createFetcher({ userAgent: () => userAgentOf(sources.read().contact), pauses: state });
  const rules = loadExtractionRules();
  const runner = createRunner({ ...options, fetcher, state, rules, now });
  const schedules = createSchedules({
    read: () => sources.read().sources,
    run: (source) => runner.run([source]),
    onNotice,
  });

  function find(id: string): Source {
    const found = sources.read().sources.find((source) => source.id === id);
    if (!found) throw new SourcesError(`there is no source ${JSON.stringify(id)}`);
    return found;
  }

  function statusOf(source: Source): SourceStatus {
    const running = runner.progressOf(source.id);
    const [lastRun] = state.history(source.id, 1);
    const nextRun = schedules.nextRun(source.id);
    return {
      source,
      articles: state.count(source.id),
      ...(running ? { running } : {}),
      ...(lastRun ? { lastRun } : {}),
      ...(nextRun === undefined ? {} : { nextRun }),
    };
  }

  let closed: Promise<void> | undefined;
  async function close(): Promise<void> {
    schedules.stop();
    await runner.close();
    state.close();
  }

  return {
    list: () => sources.read().sources.map(statusOf),
    add: (source, asker = 'operator') => {
      refuseEditor(source, asker);
      const added = sources.add(source);
      schedules.refresh();
      return added;
    },
    change: (id, source, asker = 'operator') => {
      refuseEditor(source, asker);
      if (asker === 'editor') refuseEditor(find(id), asker);
      const changed = sources.change(id, source);
      schedules.refresh();
      return changed;
    },
    remove: (id) => {
      sources.remove(id);
      state.drop(id);
      schedules.refresh();
    },
    run: async (id, run = {}) => {
      const chosen =
        id === undefined ? sources.read().sources.filter(({ enabled }) => enabled) : [find(id)];
      return { sources: await runner.run(chosen, run) };
    },
    history: (id, limit = 20) => state.history(id, limit),
    startSchedules: schedules.start,
    close: () => (closed ??= close()),
  };
}

/** Whoever may read files of this machine, or ask its neighbours, may learn what nobody published. */
function refuseEditor(source: SourceInput, asker: Asker): void {
  if (asker === 'operator') return;
  if (source.kind === 'folder')
    throw new SourcesError('kind: only an operator may have files read');
  if (source.allowPrivate) {
    throw new SourcesError('allowPrivate: only an operator may have private addresses asked');
  }
}
