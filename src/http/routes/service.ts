import { z } from 'zod';
import type { Service } from '../../service.js';
import { Problem } from '../problem.js';
import { defineRoute, NOTHING, type Route } from '../route.js';
import { healthRoutes } from './health.js';

const Stats = z
  .object({
    engine: z.string().meta({ example: 'embedded' }),
    documents: z.int(),
    words: z.int().meta({ description: 'Different words.' }),
    bytes: z.int(),
    updatedAt: z.iso.datetime({ offset: true }).optional(),
    analysis: z.string().meta({
      description: 'Fingerprint of the analysis that the documents went through.',
    }),
    revision: z.string().meta({ description: 'Changes with every write.' }),
    waiting: z.int().optional().meta({ description: 'Writes that wait to be sent to the engine.' }),
  })
  .meta({ id: 'Stats' });

/** What operators look at. */
export const serviceRoutes = (service: Service): Route[] => [
  ...healthRoutes(service),
  statsRoute(service),
  metricsRoute(service),
];

const statsRoute = ({ engine }: Service): Route =>
  defineRoute(
    {
      method: 'get',
      path: '/v1/stats',
      tag: 'service',
      summary: 'Say what the index holds',
      access: 'search',
      answers: { 200: { description: 'The figures.', schema: Stats } },
      problems: ['engine_unavailable'],
    },
    NOTHING,
    async ({ caller }) => {
      if (caller.filter) throw new Problem('forbidden', 'The key sees a part of the index only.');
      const stats = await engine.stats();
      const waiting = engine.waiting?.();
      const waits = waiting === undefined ? {} : { waiting };
      return { status: 200, body: { engine: engine.capabilities.name, ...stats, ...waits } };
    },
  );

const metricsRoute = ({ metrics }: Service): Route =>
  defineRoute(
    {
      method: 'get',
      path: '/metrics',
      tag: 'service',
      summary: 'Give the figures of the running service, as Prometheus reads them',
      access: 'admin',
      answers: { 200: { description: 'The figures.', type: 'text/plain' } },
      problems: [],
    },
    NOTHING,
    async ({ response }) => {
      const { type, text } = await metrics.read();
      response.set({ 'Content-Type': type, 'Cache-Control': 'no-store' }).send(text);
      return undefined;
    },
  );
