import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { packageRoot } from '../../indexer/config.js';
import type { Axtar } from '../compose.js';
import { ExplainRequest, SearchRequest } from '../search/request.js';
import {
  answerNotFound,
  answerProblem,
  documentNotFound,
  parameterProblem,
  Problem,
} from './problem.js';

const WEB = join(packageRoot(), 'src/web');
/** A search that takes longer is given up: the caller hears so instead of waiting. */
const SEARCH_LIMIT_MS = 10_000;

/** Makes the HTTP service; whoever calls it listens. */
export function createApp(axtar: Axtar): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(giveRequestId, secureHeaders(), compression());
  app.route('/v1/search').get(handleSearch(axtar)).all(refuseMethod);
  app.route('/v1/explain').get(handleExplain(axtar)).all(refuseMethod);
  app.route('/v1/documents/:id').get(handleDocument(axtar)).all(refuseMethod);
  app.route('/v1/stats').get(handleStats(axtar)).all(refuseMethod);
  app.route('/health').get(handleHealth(axtar)).all(refuseMethod);
  app.use('/assets', express.static(WEB, { index: false, maxAge: '5m' }));
  app
    .route('/')
    .get((_request, response) => response.sendFile('index.html', { root: WEB }))
    .all(refuseMethod);
  app.use(answerNotFound, answerProblem);
  return app;
}

/** A caller's id is kept when it is short and harmless, so that logs can be joined. */
const giveRequestId: RequestHandler = (request, response, next) => {
  const given = request.get('X-Request-Id') ?? '';
  const requestId = /^[\w.-]{1,64}$/.test(given) ? given : randomUUID();
  response.locals['requestId'] = requestId;
  response.set('X-Request-Id', requestId);
  next();
};

const secureHeaders = () =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        connectSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // Served over plain HTTP by default; a proxy that speaks TLS adds this itself.
    strictTransportSecurity: false,
  });

const refuseMethod: RequestHandler = ({ method }) => {
  throw new Problem('method_not_allowed', `${method} is not served here.`, [], {
    Allow: 'GET, HEAD',
  });
};

function handleSearch({ search }: Axtar): RequestHandler {
  return async function answerSearch(request, response) {
    const input = SearchRequest.safeParse(request.query);
    if (!input.success)
      throw parameterProblem(input.error, Object.keys(SearchRequest.shape), request.query);
    response.json(await withinLimit(search(input.data)));
  };
}

function handleExplain({ explain }: Axtar): RequestHandler {
  return async function answerExplain(request, response) {
    const input = ExplainRequest.safeParse(request.query);
    if (!input.success)
      throw parameterProblem(input.error, Object.keys(ExplainRequest.shape), request.query);
    const explanation = await withinLimit(explain(input.data));
    if (!explanation) throw documentNotFound('query');
    response.json(explanation);
  };
}

async function withinLimit<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    const late = () => reject(new Problem('engine_unavailable', 'The search took too long.'));
    timer = setTimeout(late, SEARCH_LIMIT_MS);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

function handleDocument({ engine }: Axtar): RequestHandler<{ id: string }> {
  return async function answerDocument(request, response) {
    const article = await engine.get(request.params.id);
    if (!article) throw documentNotFound('path');
    response.json(article);
  };
}

function handleStats({ engine }: Axtar): RequestHandler {
  return async function answerStats(_request, response) {
    response.json({ engine: engine.capabilities.name, ...(await engine.stats()) });
  };
}

/** Healthy is what answers from its index. */
function handleHealth({ engine }: Axtar): RequestHandler {
  return async function answerHealth(_request, response) {
    await engine.stats();
    response.json({ status: 'available' });
  };
}
