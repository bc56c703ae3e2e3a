import { addressOf } from '../../../web/desk/address.js';
import { ImportPage } from '../../../web/desk/import-page.js';
import type { Service } from '../../../service.js';
import { NOTHING, type Route } from '../../route.js';
import { openUpload, UPLOAD_TYPES } from '../../upload.js';
import { ANYTHING, defineDeskRoute } from './desk-route.js';

/** Files of articles: taken as they come, and read by a job. */
export function importRoutes(service: Service): Route[] {
  const { jobs, settings } = service;
  const route = defineDeskRoute(service);
  const limitBytes = settings.mostUploadBytes;
  return [
    route(
      { method: 'get', path: '/desk/import', summary: 'Ask for a file of articles' },
      { ...NOTHING, ...ANYTHING },
      async ({ frame }) => ({
        status: 200,
        page: ImportPage({ frame: await frame(), most: limitBytes }),
      }),
    ),
    route(
      {
        method: 'post',
        path: '/desk/import',
        summary: 'Take a file of articles',
        streams: UPLOAD_TYPES,
        problems: ['unsupported_media_type', 'payload_too_large', 'storage_unavailable'],
      },
      { ...NOTHING, ...ANYTHING },
      async ({ request, caller, lang }) => {
        const { format, bytes } = openUpload(request, limitBytes);
        const { job } = await jobs.receive(bytes, { format, limitBytes, by: caller.keyId });
        // Whoever asks is a script: it goes to the page of the run by itself.
        const address = addressOf(lang, `/desk/runs/${job.id}`, { done: 'sent' });
        return { status: 201, headers: { Location: address } };
      },
    ),
  ];
}
