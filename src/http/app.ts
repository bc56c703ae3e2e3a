import { join } from 'node:path';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import { packageRoot } from '../../indexer/config.js';
import { EngineError } from '../../indexer/engine.js';
import type { Service } from '../service.js';
import { answerNotFound, answerProblem } from './answer-problem.js';
import { identify } from './guard/caller.js';
import { enterDesk, guardDesk } from './guard/desk.js';
import { allowOrigins, secureHeaders } from './guard/headers.js';
import { limitLength } from './guard/limits.js';
import { limitRate } from './guard/rate-limit.js';
import { DESK } from './guard/session.js';
import { shedLoad } from './guard/shed.js';
import { mountRoutes } from './mount.js';
import { logRequests } from './observe/access-log.js';
import { giveRequestId } from './request-id.js';
import { allRoutes } from './routes.js';

const WEB = join(packageRoot(), 'src/web/assets');
/** Scripts of the pages, as they are compiled. */
const SCRIPTS = join(packageRoot(), 'dist/src/web/client');
/** Words that scripts share with the pages. */
const WORDS = join(packageRoot(), 'dist/src/web/words');

/** Makes the HTTP service; whoever calls it listens. */
export function createApp(service: Service): Express {
  const { settings, gate, metrics, logger } = service;
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.set('trust proxy', settings.trustedProxies);
  const routes = allRoutes(service);
  const answer = answerProblem(logFailure(logger));
  app.use(giveRequestId, metrics.measure, secureHeaders(), allowOrigins(settings.corsOrigins));
  app.use(shedLoad(gate, routes, answer));
  app.use(logRequests(logger, settings.logQueries));
  // Scripts are many small files, which together are worth it.
  app.use(['/scripts', '/words'], compression({ threshold: 0 }));
  app.use(compression());
  serveFiles(app);
  app.use(identify(service.checkKey));
  app.use(DESK, enterDesk(service.checkKey));
  app.use(limitRate(settings.rateLimit), limitLength);
  app.use(DESK, guardDesk());
  mountRoutes(app, routes, { gate, searchIsOpen: settings.searchAccess === 'open' });
  app.use(answerNotFound);
  app.use(answer);
  return app;
}

/** An engine that is away is known by its name; of anything else we want to see where it failed. */
const logFailure = (logger: Logger) => (error: unknown, requestId: string) => {
  if (error instanceof EngineError) logger.warn({ requestId, code: error.code }, error.message);
  else logger.error({ err: error, requestId }, 'request failed');
};

/** Styles and scripts of the pages; they have no secrets and cost nothing, so that they are not counted. */
function serveFiles(app: Express): void {
  app.use('/assets', fromEverywhere, express.static(WEB, STATIC));
  app.use('/scripts', fromEverywhere, express.static(SCRIPTS, STATIC));
  app.use('/words', fromEverywhere, express.static(WORDS, STATIC));
}

const STATIC = { index: false, maxAge: '5m', fallthrough: true } as const;

/** Pages of portals take the search box from here. */
const fromEverywhere: RequestHandler = (_request, response, next) => {
  response.set('Access-Control-Allow-Origin', '*');
  next();
};
