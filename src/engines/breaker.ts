import { EngineError, type SearchEngine } from '../../indexer/engine.js';

/** Failures in a row after which the engine is left alone. */
const MOST_FAILURES = 5;
/** How long it is left alone before one caller tries it again, in milliseconds. */
const REST_MS = 2_000;

/**
 * An engine whose reading calls fail at once while it is away, rather than each wait for its own
 * timeout. After a rest one call is let through: when it succeeds all is as before. Writes go
 * through always: engines keep them safe themselves.
 */
export function withBreaker(engine: SearchEngine): SearchEngine {
  let failures = 0;
  let restUntil = 0;

  async function guard<Result>(call: () => Promise<Result>): Promise<Result> {
    if (failures >= MOST_FAILURES) {
      if (performance.now() < restUntil) throw resting();
      restUntil = performance.now() + REST_MS;
    }
    try {
      const result = await call();
      failures = 0;
      return result;
    } catch (error) {
      if (error instanceof EngineError && error.code === 'unavailable') {
        failures++;
        restUntil = performance.now() + REST_MS;
      }
      throw error;
    }
  }

  return {
    ...engine,
    get: (id) => guard(() => engine.get(id)),
    search: (query) => guard(() => engine.search(query)),
    stats: () => guard(() => engine.stats()),
  };
}

const resting = () =>
  new EngineError('unavailable', 'The engine did not answer; it is asked again in a moment.');
