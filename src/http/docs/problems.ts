import { PROBLEMS } from '../problem.js';
import { html, type Html } from './html.js';
import { codesOf, type ShownRoute } from './shown.js';

/** Every code, at the address that the `type` of a problem gives: `/docs#invalid_filter`. */
export const problemSection = (routes: readonly ShownRoute[]): Html => html`
  <section aria-labelledby="problems">
    <h2 id="problems">Problems</h2>
    <p>
      A request that cannot be answered gets
      <a href="#schema-Problem"><code>application/problem+json</code></a> (RFC 9457). Branch on
      <code>code</code>: codes never change their meaning; titles and details are for people. With
      <code>Accept-Language: az</code> titles are Azerbaijani.
    </p>
    <dl class="problems">
      ${Object.entries(PROBLEMS).map(
        ([code, { status, title, az }]) => html`
          <dt id="${code}"><code>${code}</code> <span class="type">${status}</span></dt>
          <dd>${title} <span lang="az">${az}</span> ${answeredBy(code, routes)}</dd>
        `,
      )}
    </dl>
  </section>
`;

function answeredBy(code: string, routes: readonly ShownRoute[]): Html {
  const by = routes.filter((route) => codesOf(route).includes(code));
  if (by.length === 0) return html`<span class="by">Where no route is.</span>`;
  // Routes in the shapes of others have codes of theirs.
  if (by.length === routes.filter((route) => codesOf(route).length > 0).length)
    return html`<span class="by">By every route.</span>`;
  if (by.length > 6) return html`<span class="by">By ${by.length} routes.</span>`;
  return html`<span class="by"
    >By
    ${by.map(
      ({ operationId, method, path }) => html`<a href="#${operationId}">${method} ${path}</a> `,
    )}</span
  >`;
}
