import { html, prose, type Html } from './html.js';
import { nameOf, type Schema, type Shown } from './shown.js';

/** What a value may be, in a few words: `integer, 1 to 100`. */
export function typeOf(schema: Schema): Html {
  if (schema.$ref !== undefined) return linkTo(nameOf(schema.$ref));
  const forms = schema.anyOf ?? schema.oneOf;
  if (forms) return html`${forms.map((form, at) => [at > 0 ? ' or ' : '', typeOf(form)])}`;
  if (schema.items) return html`list of ${typeOf(schema.items)}`;
  if (schema.enum) return values(schema.enum);
  if (schema.const !== undefined) return values([schema.const]);
  const type = [schema.type ?? 'anything'].flat().join(' or ');
  const limits = [schema.format, range(schema), length(schema)].filter(
    (part) => part !== undefined,
  );
  return html`${[type, ...limits].join(', ')}`;
}

const linkTo = (name: string): Html => html`<a href="#schema-${name}">${name}</a>`;

const values = (known: readonly unknown[]): Html =>
  html`${known.map((value, at) => [at > 0 ? ' · ' : '', html`<code>${shown(value)}</code>`])}`;

const length = ({ maxLength }: Schema): string | undefined =>
  maxLength === undefined ? undefined : `at most ${maxLength} characters`;

function range({ minimum, maximum }: Schema): string | undefined {
  if (minimum === undefined) return maximum === undefined ? undefined : `at most ${maximum}`;
  return maximum === undefined ? `from ${minimum}` : `${minimum} to ${maximum}`;
}

/** A value as it is written in an address or in JSON. */
export const shown = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** Every named shape, with its fields. */
export const schemaSection = ({ components }: Shown): Html => html`
  <section aria-labelledby="schemas">
    <h2 id="schemas">Shapes</h2>
    ${Object.entries(components.schemas)
      .toSorted(([one], [other]) => one.localeCompare(other))
      .map(([name, schema]) => describe(name, schema))}
  </section>
`;

const describe = (name: string, schema: Schema): Html => html`
  <details id="schema-${name}">
    <summary><h3>${name}</h3></summary>
    ${schema.description === undefined ? undefined : html`<p>${prose(schema.description)}</p>`}
    ${schema.properties ? fields(schema.properties, schema.required ?? []) : html`<p>${typeOf(schema)}</p>`}
    ${examples(schema)}
  </details>
`;

const examples = ({ examples: [example] = [] }: Schema): Html | undefined =>
  example === undefined ? undefined : jsonBlock(example);

export const jsonBlock = (value: unknown): Html =>
  html`<pre tabindex="0"><code>${JSON.stringify(value, null, 2)}</code></pre>`;

/** A list of fields; those of objects within follow as `author.name`. */
const fields = (properties: Record<string, Schema>, required: readonly string[]): Html => html`
  <dl class="fields">
    ${flatten(properties, required).map(
      ({ name, schema, always }) => html`
        <dt>
          <code>${name}</code>
          <span class="type">${typeOf(schema)}${always ? '' : ', optional'}</span>
        </dt>
        <dd>${prose(schema.description ?? '')}</dd>
      `,
    )}
  </dl>
`;

interface Field {
  readonly name: string;
  readonly schema: Schema;
  readonly always: boolean;
}

function flatten(
  properties: Record<string, Schema>,
  required: readonly string[],
  prefix = '',
): Field[] {
  return Object.entries(properties).flatMap(([key, schema]) => {
    const name = prefix + key;
    const inner = schema.properties ?? schema.items?.properties;
    const path = schema.items ? `${name}[].` : `${name}.`;
    const within = (schema.items ?? schema).required ?? [];
    const field = { name, schema, always: required.includes(key) };
    return [field, ...(inner ? flatten(inner, within, path) : [])];
  });
}
