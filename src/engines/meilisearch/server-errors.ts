import { MeilisearchApiError, MeilisearchError } from 'meilisearch';
import { EngineError } from '../../../indexer/engine.js';

/** The server cannot be reached, or is too busy to answer: worth trying again. */
export class ServerAwayError extends EngineError {
  constructor(url: string, reason: string, options?: ErrorOptions) {
    const { origin } = new URL(url);
    super('unavailable', `Meilisearch at ${origin} cannot be reached: ${reason}.`, options);
  }
}

/** The server understood the request and refuses it. */
export class ServerRefusedError extends EngineError {
  constructor(
    readonly reason: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super('unavailable', message, options);
  }
}

/**
 * Throws what the client has met as an error for operators, without the key.
 * @throws ServerAwayError, ServerRefusedError; anything else as it is
 */
export function throwReadable(error: unknown, url: string): never {
  if (error instanceof MeilisearchApiError) throw refusal(error, url);
  if (error instanceof MeilisearchError || error instanceof TypeError || isTimeout(error)) {
    throw new ServerAwayError(url, causeOf(error), { cause: error });
  }
  throw error;
}

const isTimeout = (error: unknown) =>
  error instanceof DOMException && error.name === 'TimeoutError';

/** `fetch` says "fetch failed"; why is in the cause of the cause. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code: unknown = 'code' in error ? error.code : undefined;
  if (error.cause instanceof Error) return causeOf(error.cause);
  return typeof code === 'string' ? code : error.message;
}

function refusal(error: MeilisearchApiError, url: string): EngineError {
  const { status } = error.response;
  if (status === 429 || status >= 500) {
    return new ServerAwayError(url, `it answers ${status}: ${error.message}`, { cause: error });
  }
  const code = error.cause?.code ?? String(status);
  if (code === 'invalid_api_key' || code === 'missing_authorization_header') {
    const advice = `MEILI_API_KEY: Meilisearch refuses ${actionOf(error)} with this key: ${error.message}`;
    return new ServerRefusedError(code, advice, { cause: error });
  }
  return new ServerRefusedError(code, `Meilisearch: ${error.message}`, { cause: error });
}

/** What was asked for, as an operator can find it among the actions of keys. */
function actionOf({ response }: MeilisearchApiError): string {
  return response.url === '' ? 'the request' : new URL(response.url).pathname;
}
