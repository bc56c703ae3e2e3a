import type { Service } from '../service.js';
import { meilisearchIndexRoutes } from './meilisearch/index-routes.js';
import { meilisearchSearchRoutes } from './meilisearch/routes.js';
import type { Route } from './route.js';
import { deskRoutes } from './routes/desk/routes.js';
import { articleRoutes } from './routes/article.js';
import { discoverRoutes } from './routes/discover.js';
import { docsRoutes } from './routes/docs.js';
import { documentRoutes } from './routes/documents.js';
import { eventRoutes } from './routes/events.js';
import { jobEventRoutes } from './routes/job-events.js';
import { jobRoutes } from './routes/jobs.js';
import { keyRoutes } from './routes/keys.js';
import { pageRoutes } from './routes/page.js';
import { searchRoutes } from './routes/search.js';
import { serviceRoutes } from './routes/service.js';
import { uploadRoutes } from './routes/uploads.js';

/** Every route of the API, and the pages for people. */
export function allRoutes(service: Service): Route[] {
  const routes: Route[] = [
    ...searchRoutes(service),
    ...discoverRoutes(service),
    ...eventRoutes(service),
    ...documentRoutes(service),
    ...uploadRoutes(service),
    ...jobRoutes(service),
    ...jobEventRoutes(service),
    ...keyRoutes(service),
    ...serviceRoutes(service),
    ...meilisearchSearchRoutes(service),
    ...meilisearchIndexRoutes(service),
    ...deskRoutes(service),
    ...docsRoutes(service, () => routes),
    ...pageRoutes(service),
    ...articleRoutes(service),
  ];
  return routes;
}
