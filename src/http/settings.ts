/** What the operator decides about the HTTP service. */
export interface HttpSettings {
  /** Whether searching needs a key; not said where only this machine reaches us. */
  readonly searchAccess?: 'open' | 'key';
  /** Origins whose pages may call us; `*` is every one, none is only our own page. */
  readonly corsOrigins: readonly string[];
  /** Requests a minute that one address or key may make; 0 is no limit. */
  readonly rateLimit: number;
  /** Proxies before us whose word on a caller's address is believed. */
  readonly trustedProxies: number;
  /** Bytes of one upload of documents. */
  readonly mostUploadBytes: number;
  /** A search that has not been answered by then is given up, in milliseconds. */
  readonly searchDeadline: number;
  /** A search that would wait longer for its turn is refused, in milliseconds. */
  readonly searchWait: number;
  /** Whether it is counted, by day, what is searched for. */
  readonly countQueries: boolean;
  readonly logLevel: LogLevel;
  /** Whether logs hold what was searched for; else only a hash of it. */
  readonly logQueries: boolean;
}

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
