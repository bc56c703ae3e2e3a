import type { OpenApiDocument } from '../openapi.js';
import type { Place } from './examples.js';
import { filterSection } from './filter-language.js';
import { html, paragraphs, type Html } from './html.js';
import { problemSection } from './problems.js';
import { tagSection } from './routes.js';
import { schemaSection } from './schemas.js';
import { routesOf, Shown, type ShownRoute } from './shown.js';

/**
 * The OpenAPI document as a page for people: no script, nothing from elsewhere.
 *
 * @example docsPage(describeRoutes(routes), { base: 'http://127.0.0.1:3000' }) // '<!doctype html>…'
 * @throws ZodError when the document has another form than the page shows
 */
export function docsPage(document: OpenApiDocument, place: Place): string {
  const shown = Shown.parse(document);
  const routes = routesOf(shown);
  const { html: page } = html`<!doctype html>
    <html lang="en">
      ${head(shown)}
      <body class="docs">
        <a class="skip" href="#main">Skip to the routes</a>
        ${banner(shown)} ${contents(shown, routes)}
        <main id="main">
          ${intro(shown)} ${shown.tags.map((tag) => tagSection(tag, routes, place))}
          ${filterSection()} ${problemSection(routes)} ${schemaSection(shown)}
        </main>
      </body>
    </html>`;
  return page;
}

const head = ({ info }: Shown): Html => html`
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${info.title}: the HTTP API</title>
    <link rel="icon" href="/assets/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/assets/style.css" />
    <link rel="stylesheet" href="/assets/docs.css" />
  </head>
`;

const banner = ({ info }: Shown): Html => html`
  <header class="banner">
    <h1>
      <a href="/"><img src="/assets/favicon.svg" alt="" width="28" height="28" />${info.title}</a>
      HTTP API
    </h1>
    <p>Version ${info.version} · <a href="/openapi.json">openapi.json</a></p>
  </header>
`;

const contents = ({ tags }: Shown, routes: readonly ShownRoute[]): Html => html`
  <nav class="contents" aria-label="Contents">
    <ul>
      ${tags.map(
        ({ name }) =>
          html`<li>
            <a href="#tag-${name}">${name}</a>
            <ul>
              ${routes.filter(({ tags }) => tags.includes(name)).map(linkTo)}
            </ul>
          </li>`,
      )}
      <li><a href="#filter-language">The filter language</a></li>
      <li><a href="#problems">Problems</a></li>
      <li><a href="#schemas">Shapes</a></li>
    </ul>
  </nav>
`;

const linkTo = ({ operationId, method, path }: ShownRoute): Html =>
  html`<li>
    <a href="#${operationId}"><span class="method">${method}</span> ${path}</a>
  </li>`;

const intro = ({ info }: Shown): Html => html`
  <section aria-label="About this API">${paragraphs(info.description)}</section>
`;
