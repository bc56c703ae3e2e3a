import type { SearchEngine } from '../../indexer/engine.js';

/** Gets the name of a phase and how long it took, in seconds. */
export type OnPhase = (phase: 'search' | 'get', seconds: number) => void;

/** An engine that tells how long its reading calls take, those that fail too. */
export function withTiming(engine: SearchEngine, onPhase: OnPhase): SearchEngine {
  async function time<Result>(phase: 'search' | 'get', call: () => Promise<Result>) {
    const started = performance.now();
    try {
      return await call();
    } finally {
      onPhase(phase, (performance.now() - started) / 1000);
    }
  }

  return {
    ...engine,
    get: (id) => time('get', () => engine.get(id)),
    search: (query) => time('search', () => engine.search(query)),
  };
}
