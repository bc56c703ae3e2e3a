import { z } from 'zod';
import { KeysError } from '../../../keys/error.js';
import { addressOf } from '../../../web/desk/address.js';
import { SignInPage, type SignInRefusal } from '../../../web/desk/sign-in-page.js';
import type { Service } from '../../../service.js';
import type { KeyCheck } from '../../guard/caller.js';
import { beginSession, endSession, safeNext, SIGN_IN, SIGN_OUT } from '../../guard/session.js';
import { NOTHING, type Route } from '../../route.js';
import { ANYTHING, defineDeskRoute, seeOther } from './desk-route.js';

const next = z.string().optional().catch(undefined).transform(safeNext);
const Next = z.object({ next });
const Given = z.object({ key: z.string().catch('').default(''), next });

/** Coming in with a key, and leaving. */
export function signInRoutes(service: Service): Route[] {
  const route = defineDeskRoute(service);
  return [
    route(
      { method: 'get', path: SIGN_IN, summary: 'Ask for a key', access: 'public' },
      { ...NOTHING, query: Next },
      ({ lang, query }) => ({ status: 200, page: SignInPage({ lang, next: query.next }) }),
    ),
    route(
      { method: 'post', path: SIGN_IN, summary: 'Begin a session', access: 'public' },
      { ...NOTHING, ...ANYTHING, body: Given },
      ({ lang, body, request, response }) => {
        const key = body.key.trim();
        const refusal = refusalOf(key, service.checkKey);
        if (refusal !== undefined) {
          return { status: 403, page: SignInPage({ lang, next: body.next, refusal }) };
        }
        beginSession(request, response, key);
        return seeOther(body.next);
      },
    ),
    route(
      { method: 'post', path: SIGN_OUT, summary: 'End the session', access: 'public' },
      { ...NOTHING, ...ANYTHING },
      ({ lang, request, response }) => {
        endSession(request, response);
        return seeOther(addressOf(lang, SIGN_IN));
      },
    ),
  ];
}

/** Why a key lets nobody in; undefined for one that does. */
function refusalOf(key: string, check: KeyCheck): SignInRefusal | undefined {
  if (key === '') return 'none';
  try {
    const verdict = check(key);
    if (!verdict.known) return 'unknown';
    if (verdict.expired) return 'expired';
    return verdict.caller.role === 'search' ? 'searchOnly' : undefined;
  } catch (error) {
    if (error instanceof KeysError) return 'away';
    throw error;
  }
}
