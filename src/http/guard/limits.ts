import type { RequestHandler } from 'express';
import { Problem } from '../problem.js';

/** Characters of an address with its parameters. Longer filters go into the body of a POST. */
export const MOST_URL_CHARACTERS = 8_192;
/** Bytes of all headers of a request; the server itself refuses more. */
export const MOST_HEADER_BYTES = 16_384;

export const limitLength: RequestHandler = ({ originalUrl }, _response, next) => {
  if (originalUrl.length > MOST_URL_CHARACTERS) {
    throw new Problem('url_too_long', `Expected at most ${MOST_URL_CHARACTERS} characters.`);
  }
  next();
};
