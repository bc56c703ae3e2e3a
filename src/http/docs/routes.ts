import { examplesOf, type Place } from './examples.js';
import { html, paragraphs, prose, type Html } from './html.js';
import { jsonBlock, shown, typeOf } from './schemas.js';
import type { Answer, Parameter, Shown, ShownBody, ShownRoute } from './shown.js';

/** The routes of a tag. */
export const tagSection = (
  { name, description }: Shown['tags'][number],
  routes: readonly ShownRoute[],
  place: Place,
): Html => html`
  <section aria-labelledby="tag-${name}">
    <h2 id="tag-${name}">${name}</h2>
    <p>${prose(description)}</p>
    ${routes.filter(({ tags }) => tags.includes(name)).map((route) => describeRoute(route, place))}
  </section>
`;

const describeRoute = (route: ShownRoute, place: Place): Html => html`
  <article class="route" aria-labelledby="${route.operationId}">
    <h3 id="${route.operationId}">
      <span class="method">${route.method}</span> <code>${route.path}</code>
    </h3>
    <p>${route.summary}.</p>
    ${route.description === undefined ? undefined : paragraphs(route.description)}
    <p class="access">${accessOf(route)}</p>
    ${parameterTable(route.parameters)} ${route.bodies.map(describeBody)}
    ${examplesOf(route, place)}
    <h4>Answers</h4>
    <dl class="answers">${route.answers.map(describeAnswer)}</dl>
  </article>
`;

function accessOf({ security: [first, second] }: ShownRoute): string {
  if (!first) return 'Open to anyone.';
  const role = (first.key ?? second?.key)?.[0] ?? 'search';
  if (first.key) return `Needs a key of role ${role} or above.`;
  return 'Needs a key only where the operator asks for one to search.';
}

const parameterTable = (parameters: readonly Parameter[]): Html | undefined =>
  parameters.length === 0
    ? undefined
    : html`
        <h4>Parameters</h4>
        <dl class="fields">${parameters.map(describeParameter)}</dl>
      `;

const PLACES = { query: '', path: 'in the path', header: 'header', cookie: 'cookie' };

function describeParameter({ name, description, schema, explode, ...rest }: Parameter): Html {
  const usual: unknown = schema.default;
  const facts = [PLACES[rest.in], rest.required ? 'required' : '', repeat(explode)];
  return html`
    <dt>
      <code>${name}</code>
      <span class="type"
        >${typeOf(schema)}${facts.filter(Boolean).map((fact) => `, ${fact}`)}${
          isSaid(usual) ? html`; default <code>${shown(usual)}</code>` : undefined
        }</span
      >
    </dt>
    <dd>${prose(description ?? '')}</dd>
  `;
}

/** An empty default says nothing to a reader. */
const isSaid = (value: unknown): boolean =>
  value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

function repeat(explode: boolean | undefined): string {
  if (explode === undefined) return '';
  return explode ? 'may be repeated' : 'with commas between';
}

const describeBody = ({ type, schema, example }: ShownBody): Html => html`
  <h4>Body</h4>
  <p><code>${type}</code>: ${typeOf(schema)}</p>
  ${example === undefined ? undefined : jsonBlock(example)}
`;

const describeAnswer = ([status, answer]: readonly [string, Answer]): Html => html`
  <dt>${status}</dt>
  <dd>${answer['x-codes'] ? links(answer['x-codes']) : plainAnswer(answer)}</dd>
`;

const links = (codes: readonly string[]): Html =>
  html`${codes.map((code) => html`<a href="#${code}"><code>${code}</code></a> `)}`;

const plainAnswer = ({ description, content = {} }: Answer): Html => html`
  ${prose(description)}
  ${Object.entries(content).map(([type, { schema }]) => html`<code>${type}</code> ${typeOf(schema)}`)}
`;
