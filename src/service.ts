import { join } from 'node:path';
import type { Logger } from 'pino';
import { composeAxtar, type Axtar } from './compose.js';
import { threadsOf } from './engines/embedded/engine.js';
import { isLoopback, type Environment } from './environment.js';
import type { KeyCheck } from './http/guard/caller.js';
import { withDeadline } from './http/guard/deadline.js';
import { createKeyCheck } from './http/guard/key-check.js';
import { createGate, type Gate } from './http/guard/gate.js';
import { createInTurn, type InTurn } from './http/guard/in-turn.js';
import { watchLag } from './http/guard/lag.js';
import { createLogger } from './http/observe/logger.js';
import { createMetrics, type Metrics } from './http/observe/metrics.js';
import { createReadiness, type Readiness } from './http/observe/readiness.js';
import type { HttpSettings } from './http/settings.js';
import { openJobs, type Jobs } from './jobs/jobs.js';
import { openKeys, type Keys } from './keys/keys.js';
import { createFilterNames } from './search/filter/names.js';
import { idsMatching } from './search/ids-matching.js';
import { openQueryLog, type QueryLog } from './query-log/query-log.js';
import { createMiner } from './words/miner.js';
import { openProposals } from './words/proposals.js';
import { openWords, type Words } from './words/words.js';
import { openSync, type Sync } from './sync/sync.js';

/** Everything that the HTTP service is made of. */
export interface Service extends Axtar {
  readonly settings: HttpSettings & { readonly searchAccess: 'open' | 'key' };
  /** What clients that speak to us as to Meilisearch call the index. */
  readonly index: string;
  readonly keys: Keys;
  readonly checkKey: KeyCheck;
  /** Work on documents that outlives this process. */
  readonly jobs: Jobs;
  /** What editors have made of the synonyms and name aliases of `config/`. */
  readonly words: Words;
  /** Whoever reads an article and then writes it does so in turn. */
  readonly inTurn: InTurn;
  /** What people look for. */
  readonly queryLog: QueryLog;
  /** What keeps the index in step with portals; its schedules start with `startSchedules`. */
  readonly sync: Sync;
  readonly gate: Gate;
  /** Whether everything is there that the service needs. */
  readonly readiness: () => Promise<Readiness>;
  readonly metrics: Metrics;
  readonly logger: Logger;
}

/**
 * Puts the HTTP service together, opens its engine and goes on with the jobs that were left.
 * @throws ConfigError, EngineError: each says what is wrong and where
 */
export function composeService(environment: Environment): Service {
  const { http } = environment;
  const settings = { ...http, searchAccess: searchAccessOf(environment) };
  const keys = openKeys(environment.dataDir);
  const logger = createLogger(http.logLevel);
  const gate = createGate({
    // One beside those that the threads work on, so that none of them waits for the next.
    atOnce: environment.meilisearch ? 8 : threadsOf(environment.searchThreads) + 1,
    lag: watchLag(),
    longestWait: http.searchWait,
    deadline: http.searchDeadline,
  });
  const metrics = createMetrics({
    gate: gate.state,
    index: () => indexFigures(axtar),
    parts: () => partsOf(readiness),
  });
  const axtar: Axtar = composeAxtar(environment, metrics.phase);
  const words = openEditorsWords(axtar, environment, logger);
  const queryLog = openQueryLog({
    file: join(environment.dataDir, 'queries.db'),
    analyzer: axtar.analyzer,
    isOn: http.countQueries,
    onNotice: (notice) => logger.warn(notice),
  });
  const jobs = startJobs(axtar, environment.dataDir, logger);
  const sync = startSync(axtar, environment.dataDir, logger);
  const readiness: Service['readiness'] = createReadiness({
    engine: axtar.engine,
    keys,
    dataDir: environment.dataDir,
  });
  return {
    ...axtar,
    settings,
    index: environment.index,
    inTurn: createInTurn(),
    gate,
    keys,
    readiness,
    metrics,
    checkKey: createKeyCheck(keys, createFilterNames(axtar.topics, axtar.analyzer)),
    jobs,
    words,
    queryLog,
    sync,
    logger,
    // What is under way still needs the engine.
    close: async () => {
      await Promise.all([jobs.close(), sync.close(), words.close(), queryLog.close()]);
      await axtar.close();
    },
  };
}

function openEditorsWords(axtar: Axtar, environment: Environment, logger: Logger): Words {
  const proposals = openProposals({
    folder: join(environment.dataDir, 'words'),
    mine: createMiner(environment),
    groups: () => axtar.lexicon.synonyms,
  });
  return openWords({
    store: axtar.wordsStore,
    shipped: axtar.shipped,
    search: axtar,
    proposals,
    onNotice: (notice) => logger.warn(notice),
  });
}

const startJobs = ({ engine, toArticle, toDocument }: Axtar, dataDir: string, logger: Logger) =>
  openJobs({
    folder: join(dataDir, 'jobs'),
    engine,
    toArticle,
    toDocument,
    idsMatching: (filter) => idsMatching(engine, filter),
    onNotice: (notice) => logger.warn(notice),
  });

const startSync = (axtar: Axtar, folder: string, logger: Logger) =>
  openSync({ ...axtar, folder, onNotice: (notice) => logger.info(notice) });

/** Open only where the operator says so, or where only this machine reaches us. */
const searchAccessOf = ({ host, http }: Environment): 'open' | 'key' =>
  http.searchAccess ?? (isLoopback(host) ? 'open' : 'key');

/** How long the figures of the index are waited for, in milliseconds. */
const PATIENCE_MS = 2_000;
const late = () => new Error('The engine does not answer in time.');

/** What the index holds, in figures; while the engine is away only what waits for it. */
async function indexFigures({ engine }: Axtar): Promise<Record<string, number>> {
  const waiting = engine.waiting?.();
  const waits = waiting === undefined ? {} : { waiting };
  const stats = await withDeadline(engine.stats(), PATIENCE_MS, late).catch(() => undefined);
  if (!stats) return waits;
  const { documents, words, bytes } = stats;
  return { documents, words, bytes, ...waits };
}

async function partsOf(readiness: Service['readiness']): Promise<Record<string, boolean>> {
  const { parts } = await readiness();
  return Object.fromEntries(
    Object.entries(parts).map(([name, { status }]) => [name, status === 'ok']),
  );
}
