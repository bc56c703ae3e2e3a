import express, { type Request, type RequestHandler, type Response } from 'express';
import { withDeadline } from './guard/deadline.js';
import { Problem } from './problem.js';

/** Bytes of a JSON body that is read whole; uploads of documents are streams and have their own. */
export const MOST_BODY_BYTES = 1_000_000;

/** How long such a body may take to come, in milliseconds, however lively. */
const PATIENCE_MS = 30_000;

const readJson: RequestHandler = express.json({
  limit: MOST_BODY_BYTES,
  strict: false,
  type: () => true,
});

const readFields: RequestHandler = express.urlencoded({
  limit: MOST_BODY_BYTES,
  extended: false,
  parameterLimit: 200,
});
export interface BodyOptions {
  /** Content types that are read. */
  readonly types?: readonly string[];
  /** In milliseconds. */
  readonly patience?: number;
}

/**
 * The JSON body of a request.
 * @throws Problem `unsupported_media_type`, `request_timeout`, or what `bodyProblem` makes of the parser's refusal
 */
export async function readBody(
  request: Request,
  response: Response,
  { types = ['application/json'], patience = PATIENCE_MS }: BodyOptions = {},
): Promise<unknown> {
  if (!request.is(['json', '+json', ...types])) {
    const expected = types.join(' or ');
    throw new Problem('unsupported_media_type', `Expected a body of type ${expected}.`, [
      { in: 'header', path: 'Content-Type', message: `expected ${expected}` },
    ]);
  }
  return withDeadline(parseWith(readJson, request, response), patience, tooSlow);
}

const FORM = 'application/x-www-form-urlencoded';

/**
 * What a form of a page sends: its fields by name, a list where one came more than once; or JSON,
 * from the page's script. Throws as `readBody` does.
 */
export async function readForm(request: Request, response: Response): Promise<unknown> {
  if (!request.is(FORM)) return readBody(request, response);
  return withDeadline(parseWith(readFields, request, response), PATIENCE_MS, tooSlow);
}

const tooSlow = () =>
  new Problem('request_timeout', 'Expected the body sooner.', [], { Connection: 'close' });

function parseWith(parser: RequestHandler, request: Request, response: Response): Promise<unknown> {
  return new Promise((resolve, reject) => {
    parser(request, response, (error?: unknown) => {
      const body: unknown = request.body;
      if (error === undefined) resolve(body);
      else reject(error instanceof Error ? error : new Error('The body cannot be read.'));
    });
  });
}

/** What the body parser's refusals are called here. */
export function bodyProblem(type: string, message: string): Problem | undefined {
  switch (type) {
    case 'entity.too.large':
      return new Problem('payload_too_large', `Expected at most ${MOST_BODY_BYTES} bytes.`);
    case 'entity.parse.failed':
      return new Problem('malformed_json', message.slice(0, 200), [
        { in: 'body', path: 'body', message: 'expected well-formed JSON' },
      ]);
    case 'parameters.too.many':
      return new Problem('payload_too_large', 'Expected fewer fields.');
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return new Problem('unsupported_media_type', message.slice(0, 200));
    case 'request.aborted':
    case 'request.size.invalid':
      return new Problem('malformed_json', 'The body ended early.');
    default:
      return undefined;
  }
}
