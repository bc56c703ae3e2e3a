import { z } from 'zod';
import { MOST_QUERY_CHARACTERS } from '../../search/parameters.js';
import type { Service } from '../../service.js';
import { Problem } from '../problem.js';
import { defineRoute, NOTHING, type Route } from '../route.js';

const q = z.string().trim().min(1).max(MOST_QUERY_CHARACTERS).meta({
  description: 'What was searched for.',
  example: 'orta dəhliz',
});

const SearchEvent = z.strictObject({
  type: z.literal('search'),
  q,
  total: z.int().nonnegative().optional().meta({ description: 'How many articles were found.' }),
  corrected: z.boolean().optional().meta({
    description: 'Whether the answer said `query.corrected`.',
  }),
});

const OpenEvent = z.strictObject({
  type: z.literal('open'),
  q,
  id: z.string().max(200).optional().meta({
    description: 'Id of the article that was opened. It is not kept.',
  }),
});

const ReaderEvent = z.discriminatedUnion('type', [SearchEvent, OpenEvent]).meta({
  id: 'ReaderEvent',
  description: 'A search that a reader has settled on, or a hit of it that was opened.',
  example: { type: 'search', q: 'orta dəhliz', total: 11 },
});

/** What readers do on pages that search while they type. */
export const eventRoutes = ({ queryLog, settings }: Service): Route[] => [
  defineRoute(
    {
      method: 'post',
      path: '/v1/events',
      tag: 'search',
      summary: 'Count a search, or a hit that was opened',
      description:
        'For pages that search while somebody types: they send `X-Axtar-Typing: 1` with those searches, which are then not counted, and this event when the reader has settled. `navigator.sendBeacon` may send it: `text/plain` is read as JSON too. What is kept: docs/security.md.',
      access: 'search',
      beacon: true,
      answers: { 204: { description: 'Counted, unless queries are not counted here.' } },
      problems: ['forbidden'],
    },
    { ...NOTHING, body: ReaderEvent },
    ({ body, request }) => {
      const site = request.get('Sec-Fetch-Site');
      if (site === 'cross-site') checkOrigin(request.get('Origin'), settings.corsOrigins);
      if (body.type === 'search') queryLog.searched(body);
      else queryLog.opened(body);
      return { status: 204 };
    },
  ),
];

/** Browsers send beacons without asking first: what CORS would have refused is refused here. */
function checkOrigin(origin: string | undefined, allowed: readonly string[]): void {
  if (allowed.includes('*') || (origin !== undefined && allowed.includes(origin))) return;
  throw new Problem('forbidden', 'Expected an origin of AXTAR_CORS_ORIGINS.');
}
