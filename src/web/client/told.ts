/** What readers searched for and opened, told to the service without waiting for it. */

interface Told {
  readonly type: 'search' | 'open';
  readonly q: string;
  readonly total: number;
  /** The article that was opened. */
  readonly id?: string;
}

/** Sends and forgets: whether anybody listens makes no difference to the reader. */
export function tell(told: Told): void {
  const body = new Blob([JSON.stringify(told)], { type: 'application/json' });
  try {
    navigator.sendBeacon('/v1/events', body);
  } catch {
    // Some browsers and extensions refuse beacons.
  }
}
