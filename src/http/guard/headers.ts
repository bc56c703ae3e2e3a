import cors from 'cors';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** What every answer says to browsers: no scripts but our own, in no frame, nothing from elsewhere. */
export const secureHeaders = (): RequestHandler =>
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
    // Answers are for whom CORS allows; without it a page elsewhere could not read them at all.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    // Served over plain HTTP by default; a proxy that speaks TLS adds this itself.
    strictTransportSecurity: false,
  });

const EXPOSED = [
  'ETag',
  'Idempotent-Replayed',
  'Location',
  'Preference-Applied',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'X-Request-Id',
];

/** Lets pages of these origins call us, without cookies; none by default. */
export const allowOrigins = (origins: readonly string[]): RequestHandler => {
  if (origins.length === 0) return (_request, _response, next) => next();
  return cors({
    origin: origins.includes('*') ? '*' : [...origins],
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
    exposedHeaders: EXPOSED,
    maxAge: 600,
  });
};
