import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { GateState } from '../guard/gate.js';
import { routeOf } from './route-label.js';

/** Upper bounds of the buckets of a latency, in seconds. */
const BUCKETS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];

/** What is measured while serving. */
export interface Metrics {
  /** Counts and times every request by its route. */
  readonly measure: RequestHandler;
  /** Counts a search by whether it found anything. */
  searched(found: boolean): void;
  /** Times a phase of the engine's work, in seconds. */
  phase(name: string, seconds: number): void;
  /** All of it as Prometheus reads it. */
  read(): Promise<{ readonly type: string; readonly text: string }>;
}

/** Figures that are asked for when the metrics are read. */
export interface Sources {
  gate(): GateState;
  /** Figures of the index by name: documents, words, bytes, and what waits to be sent. */
  index(): Promise<Readonly<Record<string, number>>>;
  /** Whether each part that the service needs is there, by name. */
  parts(): Promise<Readonly<Record<string, boolean>>>;
}

/** Makes the metrics of one service; two services in one process share nothing. */
export function createMetrics(sources: Sources): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Histogram({
    name: 'axtar_http_request_seconds',
    help: 'Time from request to answer, by route, method and status.',
    labelNames: ['route', 'method', 'status'],
    buckets: BUCKETS,
    registers,
  });
  const phases = new Histogram({
    name: 'axtar_engine_phase_seconds',
    help: 'Time of the calls of the engine, by kind.',
    labelNames: ['phase'],
    buckets: BUCKETS,
    registers,
  });
  const searches = new Counter({
    name: 'axtar_searches_total',
    help: 'Searches by whether they found anything.',
    labelNames: ['found'],
    registers,
  });
  addGauges(sources, registers);

  const measure: RequestHandler = (request, response, next) => {
    const stop = requests.startTimer();
    response.once('finish', () => {
      stop({ route: routeOf(response), method: request.method, status: response.statusCode });
    });
    next();
  };

  return {
    measure,
    searched: (found) => searches.inc({ found: String(found) }),
    phase: (phase, seconds) => phases.observe({ phase }, seconds),
    read: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}

function addGauges({ gate, index, parts }: Sources, registers: Registry[]): void {
  const queue = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  queue('axtar_queue_running', 'Heavy requests under way.', () => gate().running);
  queue('axtar_queue_waiting', 'Heavy requests that wait their turn.', () => gate().waiting);
  queue('axtar_queue_refused', 'Heavy requests refused so far.', () => gate().refused);
  new Gauge({
    name: 'axtar_index',
    help: 'What the index holds, and what waits to be sent to it.',
    labelNames: ['figure'],
    registers,
    async collect() {
      const figures = await index();
      // What cannot be told now must not seem to be as it was.
      this.reset();
      for (const [figure, value] of Object.entries(figures)) this.set({ figure }, value);
    },
  });
  new Gauge({
    name: 'axtar_part_ok',
    help: 'Whether a part that the service needs is there: 1, or 0.',
    labelNames: ['part'],
    registers,
    async collect() {
      for (const [part, ok] of Object.entries(await parts())) this.set({ part }, ok ? 1 : 0);
    },
  });
}
