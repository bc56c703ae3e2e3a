import type { Logger } from 'pino';
import { composeAxtar, type Axtar } from './compose.js';
import { EnvironmentError, type Environment } from './environment.js';
import type { KeyCheck } from './http/guard/caller.js';
import { createKeyCheck } from './http/guard/key-check.js';
import { createGate, type Gate } from './http/guard/gate.js';
import { createLogger } from './http/observe/logger.js';
import { createMetrics, type Metrics } from './http/observe/metrics.js';
import type { HttpSettings } from './http/settings.js';
import { openKeys, type Keys } from './keys/keys.js';
import { createFilterNames } from './search/filter/names.js';

/** Everything that the HTTP service is made of. */
export interface Service extends Axtar {
  readonly settings: HttpSettings & { readonly searchAccess: 'open' | 'key' };
  /** What clients that speak to us as to Meilisearch call the index. */
  readonly index: string;
  readonly keys: Keys;
  readonly checkKey: KeyCheck;
  readonly gate: Gate;
  readonly metrics: Metrics;
  readonly logger: Logger;
}

/** A request that would wait longer for its turn is refused, in milliseconds. */
const LONGEST_WAIT_MS = 600;

/**
 * Puts the HTTP service together, and opens its engine.
 * @throws EnvironmentError, ConfigError, EngineError: each says what is wrong and where
 */
export function composeService(environment: Environment): Service {
  const { http } = environment;
  const settings = { ...http, searchAccess: searchAccessOf(environment) };
  const axtar = composeAxtar(environment);
  const keys = openKeys(environment.dataDir);
  const gate = createGate({
    atOnce: environment.meilisearch ? 8 : 2 * (environment.searchThreads ?? 2),
    longestWait: LONGEST_WAIT_MS,
    deadline: http.searchDeadline,
  });
  return {
    ...axtar,
    settings,
    index: environment.index,
    gate,
    keys,
    checkKey: createKeyCheck(keys, createFilterNames(axtar.topics, axtar.analyzer)),
    metrics: createMetrics({ gate: gate.state, index: () => indexFigures(axtar) }),
    logger: createLogger(http.logLevel),
  };
}

/** Only this machine reaches a loopback address; on any other the operator says who may search. */
function searchAccessOf({ host, http }: Environment): 'open' | 'key' {
  if (http.searchAccess) return http.searchAccess;
  if (/^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/.test(host)) return 'open';
  throw new EnvironmentError(
    `AXTAR_SEARCH_ACCESS: HOST is ${host}, which others may reach: expected "open" (anyone may search) or "key" (every search needs a key)`,
  );
}

/** What the index holds, in figures; none while the engine is away. */
async function indexFigures({ engine }: Axtar): Promise<Record<string, number>> {
  const stats = await engine.stats().catch(() => undefined);
  if (!stats) return {};
  const { documents, words, bytes } = stats;
  return { documents, words, bytes };
}
