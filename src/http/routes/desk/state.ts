import { IndexNote } from '../../../web/desk/index-note.js';
import type { Service } from '../../../service.js';
import { NOTHING, type Route } from '../../route.js';
import { ANYTHING, defineDeskRoute, seeOther } from './desk-route.js';
import { indexState } from './frame.js';
import { addressOf } from '../../../web/desk/address.js';

/** The door of the desk, and the state of the index for its navigation. */
export function stateRoutes(service: Service): Route[] {
  const route = defineDeskRoute(service);
  return [
    route(
      { method: 'get', path: '/desk', summary: 'Go to the articles' },
      { ...NOTHING, ...ANYTHING },
      ({ lang }) => seeOther(addressOf(lang, '/desk/articles')),
    ),
    route(
      { method: 'get', path: '/desk/state', summary: 'Say what the index is like now' },
      { ...NOTHING, ...ANYTHING },
      async ({ lang }) => ({
        status: 200,
        page: IndexNote({ lang, index: await indexState(service) }),
        headers: { 'Cache-Control': 'no-store' },
      }),
    ),
  ];
}
