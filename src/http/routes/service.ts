import { z } from 'zod';
import type { Service } from '../../service.js';
import { Problem } from '../problem.js';
import { defineRoute, NOTHING, type Route } from '../route.js';

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
  })
  .meta({ id: 'Stats' });

const Health = z.object({ status: z.literal('available') }).meta({ id: 'Health' });

/** What operators look at. */
export const serviceRoutes = ({ engine }: Service): Route[] => [
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
      return { status: 200, body: { engine: engine.capabilities.name, ...(await engine.stats()) } };
    },
  ),
  defineRoute(
    {
      method: 'get',
      path: '/health',
      tag: 'service',
      summary: 'Say whether the service answers from its index',
      access: 'public',
      answers: { 200: { description: 'It does.', schema: Health } },
      problems: ['engine_unavailable'],
    },
    NOTHING,
    async () => {
      await engine.stats();
      return { status: 200, body: { status: 'available' } };
    },
  ),
];
