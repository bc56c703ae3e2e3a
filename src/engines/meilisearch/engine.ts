import {
  EngineError,
  type EngineQuery,
  type EngineResult,
  type SearchEngine,
} from '../../../indexer/engine.js';
import { createSpellingReader } from '../typos.js';
import { createDocumentReader, ReplacedError } from './documents.js';
import { once, openHouse, type MeilisearchOptions } from './house.js';
import { asOutdated } from './outdated.js';
import { lookUp } from './look-up.js';
import { push } from './push.js';
import { readArticle, readArticles } from './read.js';
import { rollBack } from './former.js';
import { recover, reindex, withRebuildLock } from './reindex.js';
import { search } from './search.js';
import { createStatsReader } from './stats.js';
import { remove, upsert } from './write.js';

/** How often we look whether another process has left writes to be sent. */
const WAKE_MS = 30_000;

/** What comes in while a batch is on its way goes together in the next. */
const WRITES_AT_ONCE = 8;

/** How often a search begins anew because documents were replaced under it. */
const MOST_TRIES = 20;

/**
 * The Meilisearch engine: finding, counting and filtering are the server's, analysis and ranking
 * are ours. Writes go through an outbox on this machine.
 * @throws EngineError `index_unusable` when the folder of the outbox cannot be used
 */
export function createMeilisearchEngine(options: MeilisearchOptions): SearchEngine {
  const house = openHouse(options);
  const { client, index, analyzer, settings, outbox, drainer } = house;
  const reader = createDocumentReader(client, index, analyzer);
  const spelling = createSpellingReader(settings);
  const readStats = createStatsReader(house);
  let closed: Promise<void> | undefined;
  const recovered = once(() => recover(house));
  const waker = setInterval(drainer.wake, WAKE_MS).unref();
  drainer.wake();

  /** Before anything else the server must be known to be fit. */
  async function whenReady<Result>(work: () => Promise<Result>): Promise<Result> {
    if (closed) throw new EngineError('unavailable', 'The engine is closed.');
    await house.ready();
    await recovered();
    return work();
  }

  async function answer(query: EngineQuery): Promise<EngineResult> {
    for (let tries = 1; ; tries++) {
      try {
        const looked = await lookUp(query, house);
        const tools = { client, index, analyzer, settings, spelling, reader };
        const result = await search(looked.query, tools);
        return looked.complete ? result : { ...result, incomplete: true };
      } catch (error) {
        if (!(error instanceof ReplacedError)) throw asOutdated(error);
        if (tries === MOST_TRIES)
          throw new EngineError('unavailable', 'The index changes too fast to be read.');
      }
    }
  }

  async function* articles() {
    await whenReady(() => Promise.resolve());
    yield* readArticles(house);
  }

  async function close(): Promise<void> {
    clearInterval(waker);
    await drainer.close();
    outbox.close();
  }

  const open = () => {
    if (closed) throw new EngineError('unavailable', 'The engine is closed.');
  };

  return {
    capabilities: {
      name: 'meilisearch',
      maxHits: settings.maxHits,
      rankedHits: settings.rankedHits,
      writesAtOnce: WRITES_AT_ONCE,
    },
    upsert: async (documents) => {
      open();
      await upsert(house, documents);
    },
    remove: async (ids) => {
      open();
      return remove(house, ids);
    },
    get: (id) => whenReady(() => readArticle(house, id)),
    search: (query) => whenReady(() => answer(query)),
    stats: () => whenReady(readStats),
    waiting: () => outbox.pending().entries,
    articles,
    rebuild: (onProgress, signal) => whenReady(() => reindex(house, onProgress, signal)),
    rollback: () => whenReady(() => withRebuildLock(house, () => rollBack(house))),
    push: (options) => whenReady(() => push(house, options)),
    close: () => (closed ??= close()),
  };
}
