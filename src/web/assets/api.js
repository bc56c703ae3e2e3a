/** The search service, asked over HTTP. */

import { toParameters } from './address.js';

/** The service's own refusal (application/problem+json), in its words. */
export class SearchProblem extends Error {
  name = 'SearchProblem';

  constructor({ title, detail, status }) {
    super(title);
    this.detail = detail;
    this.status = status;
  }
}

/**
 * Asks for one page of hits with facets and highlights.
 *
 * @throws SearchProblem when the service refuses; any other error means that it was not reached.
 */
export async function search(state, signal) {
  const parameters = toParameters(state);
  parameters.set('facets', 'topic,author,source,year');
  parameters.set('highlight', 'true');
  const response = await fetch(`/v1/search?${parameters}`, { signal });
  const body = await response.json();
  if (!response.ok) throw new SearchProblem(body);
  return body;
}
