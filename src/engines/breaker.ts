import { EngineError, type SearchEngine } from '../../indexer/engine.js';

export interface BreakerSettings {
  /** Failures in a row after which the engine is left alone. */
  readonly mostFailures: number;
  /** How long it is left alone before one caller tries it again, in milliseconds. */
  readonly rest: number;
  /** A call that has not been answered by then counts as a failure, in milliseconds. */
  readonly silence: number;
}

const SETTINGS: BreakerSettings = { mostFailures: 5, rest: 2_000, silence: 10_000 };

/**
 * An engine whose reading calls fail at once while it is away, rather than each wait for its own
 * timeout. After a rest one call is let through: when it succeeds all is as before. Writes go
 * through always: engines keep them safe themselves.
 *
 * @example withBreaker(engine).search(query) // after five failures: EngineError `unavailable`
 */
export function withBreaker(
  engine: SearchEngine,
  { mostFailures, rest, silence }: BreakerSettings = SETTINGS,
): SearchEngine {
  let failures = 0;
  let restUntil = 0;

  const fail = () => {
    failures++;
    restUntil = performance.now() + rest;
  };

  async function guard<Result>(call: () => Promise<Result>): Promise<Result> {
    if (failures >= mostFailures) {
      if (performance.now() < restUntil) throw resting();
      // Whoever comes while this one tries is told to wait.
      restUntil = performance.now() + rest;
    }
    // Callers may have their own deadline: here it is only noted that nothing comes.
    const silent = setTimeout(fail, silence).unref();
    try {
      const result = await call();
      failures = 0;
      return result;
    } catch (error) {
      if (error instanceof EngineError && error.code === 'unavailable') fail();
      throw error;
    } finally {
      clearTimeout(silent);
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
