import type { ProblemCode } from '../problem.js';

export type ErrorType = 'invalid_request' | 'auth' | 'internal' | 'system';

export interface ErrorKind {
  readonly code: string;
  readonly type: ErrorType;
  readonly status: number;
  /** Said instead of our own words, where clients know Meilisearch's. */
  readonly message?: string;
}

/**
 * What Meilisearch 1.50 calls our problems, and the status that it gives them. Codes with which
 * routes refuse a parameter are made of its name instead.
 */
export const ERRORS: Readonly<Record<ProblemCode, ErrorKind>> = {
  invalid_parameter: { code: 'bad_request', type: 'invalid_request', status: 400 },
  invalid_filter: { code: 'invalid_search_filter', type: 'invalid_request', status: 400 },
  page_too_far: { code: 'invalid_search_page', type: 'invalid_request', status: 400 },
  malformed_url: { code: 'bad_request', type: 'invalid_request', status: 400 },
  malformed_json: { code: 'malformed_payload', type: 'invalid_request', status: 400 },
  malformed_body: { code: 'bad_request', type: 'invalid_request', status: 400 },
  key_missing: {
    code: 'missing_authorization_header',
    type: 'auth',
    status: 401,
    message: 'The Authorization header is missing. It must use the bearer authorization method.',
  },
  key_invalid: {
    code: 'invalid_api_key',
    type: 'auth',
    status: 403,
    message: 'The provided API key is invalid.',
  },
  key_expired: {
    code: 'invalid_api_key',
    type: 'auth',
    status: 403,
    message: 'The provided API key is invalid: it has expired.',
  },
  forbidden: { code: 'invalid_api_key', type: 'auth', status: 403 },
  not_found: { code: 'not_found', type: 'invalid_request', status: 404 },
  document_not_found: { code: 'document_not_found', type: 'invalid_request', status: 404 },
  job_not_found: { code: 'task_not_found', type: 'invalid_request', status: 404 },
  key_not_found: { code: 'api_key_not_found', type: 'invalid_request', status: 404 },
  method_not_allowed: { code: 'bad_request', type: 'invalid_request', status: 405 },
  not_acceptable: { code: 'bad_request', type: 'invalid_request', status: 406 },
  conflict: { code: 'bad_request', type: 'invalid_request', status: 409 },
  precondition_failed: { code: 'bad_request', type: 'invalid_request', status: 412 },
  request_timeout: { code: 'bad_request', type: 'invalid_request', status: 408 },
  payload_too_large: { code: 'payload_too_large', type: 'invalid_request', status: 413 },
  url_too_long: { code: 'bad_request', type: 'invalid_request', status: 414 },
  unsupported_media_type: { code: 'invalid_content_type', type: 'invalid_request', status: 415 },
  invalid_document: { code: 'bad_request', type: 'invalid_request', status: 422 },
  idempotency_mismatch: { code: 'bad_request', type: 'invalid_request', status: 422 },
  too_many_requests: { code: 'too_many_search_requests', type: 'system', status: 429 },
  headers_too_large: { code: 'bad_request', type: 'invalid_request', status: 431 },
  internal: { code: 'internal', type: 'internal', status: 500 },
  engine_unavailable: { code: 'internal', type: 'internal', status: 503 },
  overloaded: { code: 'too_many_search_requests', type: 'system', status: 503 },
  too_slow: { code: 'too_many_search_requests', type: 'system', status: 503 },
  storage_unavailable: { code: 'internal', type: 'internal', status: 503 },
};
