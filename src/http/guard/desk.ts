import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { LANGUAGE_PARAMETER, languageOf } from '../../web/language.js';
import { Problem, retryAfter } from '../problem.js';
import { callerOf, identifyBy, presentsRefusedKey, type KeyCheck } from './caller.js';
import { refuseForeignWrites } from './same-origin.js';
import { endSession, safeNext, sessionKeyOf, SIGN_IN, SIGN_OUT } from './session.js';

/** Keys that one address may try in a minute without hitting one that is in use. */
const MOST_TRIES = 10;
const MINUTE_MS = 60_000;

/** Before requests are counted: who asks is known by the cookie alone, and problems are pages. */
export const enterDesk = (check: KeyCheck): RequestHandler[] => [
  speakHtml,
  identifyBy(check, sessionKeyOf),
];

/** Afterwards: who may come in. */
export const guardDesk = (): RequestHandler[] => [limitTries(), refuseForeignWrites, askToSignIn];

const speakHtml: RequestHandler = (_request, response, next) => {
  response.locals['speaks'] = 'html';
  response.set({
    // Without a referrer browsers call the origin of a form "null".
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
  next();
};

/** Tries that hit nothing are counted, however many requests the operator allows. */
const limitTries = () =>
  rateLimit({
    windowMs: MINUTE_MS,
    limit: MOST_TRIES,
    standardHeaders: false,
    legacyHeaders: false,
    keyGenerator: ({ ip }) => ipKeyGenerator(ip ?? 'unknown'),
    skip: (request, response) => !isTry(request, response),
    skipSuccessfulRequests: true,
    requestWasSuccessful: (request, response) =>
      isSignIn(request) && request.method === 'POST' && response.statusCode === 303,
    handler: (_request, response) => {
      const seconds = Number(response.get('Retry-After') ?? MINUTE_MS / 1000);
      throw new Problem(
        'too_many_requests',
        'Too many keys were tried from this address; wait a minute.',
        [],
        retryAfter(seconds),
      );
    },
  });

const pathOf = ({ baseUrl, path }: Request): string => `${baseUrl}${path}`;
const isSignIn = (request: Request): boolean => pathOf(request) === SIGN_IN;

const isTry = (request: Request, response: Response): boolean =>
  (isSignIn(request) && request.method === 'POST') || presentsRefusedKey(response);

/** Pages send to the sign-in and come back; what a script or a form sends is refused in words. */
const askToSignIn: RequestHandler = (request, response, next) => {
  const open = isSignIn(request) || pathOf(request) === SIGN_OUT;
  if (open || callerOf(response).role !== 'anonymous') {
    next();
    return;
  }
  endSession(request, response);
  if (isVisit(request)) response.redirect(303, signInAddress(request));
  else throw new Problem('key_missing', 'The session has ended: sign in again.');
};

const isVisit = (request: Request): boolean =>
  request.method === 'GET' && (request.get('Sec-Fetch-Mode') ?? 'navigate') === 'navigate';

function signInAddress({ originalUrl, query }: Request): string {
  const lang = languageOf(query[LANGUAGE_PARAMETER]);
  const parameters = new URLSearchParams({ next: safeNext(originalUrl) });
  if (lang !== 'az') parameters.set(LANGUAGE_PARAMETER, lang);
  return `${SIGN_IN}?${parameters}`;
}
