import type { CookieOptions, Request, Response } from 'express';

/** Where the desk of the editors is; its cookie is sent nowhere else, least of all to /v1. */
export const DESK = '/desk';
export const SIGN_IN = `${DESK}/sign-in`;
export const SIGN_OUT = `${DESK}/sign-out`;

const COOKIE = 'axtar_desk';

/**
 * The key of a session of the desk, as its cookie holds it; unchecked.
 *
 * @example sessionKeyOf(request with Cookie: axtar_desk=axtar_editor_…) // 'axtar_editor_…'
 */
export const sessionKeyOf = ({ headers: { cookie } }: Request): string | undefined =>
  new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{1,200})(?:;|$)`).exec(cookie ?? '')?.[1];

/** Ends with the browser; no script reads it, and no page elsewhere has it sent. */
const optionsFor = (request: Request): CookieOptions => ({
  httpOnly: true,
  sameSite: 'strict',
  path: DESK,
  secure: request.secure,
});

export function beginSession(request: Request, response: Response, key: string): void {
  response.cookie(COOKIE, key, optionsFor(request));
}

export function endSession(request: Request, response: Response): void {
  response.clearCookie(COOKIE, optionsFor(request));
}

const SOMEWHERE = 'http://desk.invalid';

/**
 * Where to go after signing in: a page of the desk, and nothing else that an address may ask for.
 *
 * @example safeNext('/desk/runs?hl=en') // '/desk/runs?hl=en'
 * @example safeNext('//elsewhere.example') // '/desk'
 */
export function safeNext(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > 2_000) return DESK;
  if (!URL.canParse(wanted, SOMEWHERE)) return DESK;
  const { origin, pathname, search } = new URL(wanted, SOMEWHERE);
  const within = pathname === DESK || pathname.startsWith(`${DESK}/`);
  const loops = pathname === SIGN_IN || pathname === SIGN_OUT;
  return origin === SOMEWHERE && within && !loops ? `${pathname}${search}` : DESK;
}
