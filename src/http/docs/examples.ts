import { EXAMPLES, type Example } from './examples.data.js';
import { html, type Html } from './html.js';
import { shown } from './schemas.js';
import type { ShownBody, ShownRoute } from './shown.js';

/** Where the service is, and an article that it has. */
export interface Place {
  /** `http://127.0.0.1:3000` */
  readonly base: string;
  /** Absent when the index is empty, or not for everybody. */
  readonly id?: string;
}

/** Links to try, each with its line for the command line. */
export function examplesOf(route: ShownRoute, place: Place): Html | undefined {
  if (route.method !== 'GET') return curlBlock(route, place);
  const known = (EXAMPLES[route.path] ?? []).flatMap((example) => filled(example, route, place));
  if (known.length === 0) return undefined;
  return html`<ul class="examples">
    ${known.map(
      ({ says, path, query }) =>
        html`<li>
          ${says}: <a href="${hrefOf(path, query)}" lang="az">${readable(path, query)}</a>
          <pre tabindex="0"><code>${curlOf(place.base + path, query, route)}</code></pre>
        </li>`,
    )}
  </ul>`;
}

type Query = Readonly<Record<string, string>>;
type Filled = Required<Example>;

/** An example with the id put in; none where it needs one and none is known. */
function filled({ says, path, query = {} }: Example, route: ShownRoute, { id }: Place): Filled[] {
  const wanted = { says, path: path ?? route.path, query };
  if (!JSON.stringify(wanted).includes('{id}')) return [wanted];
  if (id === undefined) return [];
  const put = ([key, value]: [string, string]): [string, string] => [
    key,
    value.replace('{id}', id),
  ];
  return [
    {
      says,
      path: wanted.path.replace('{id}', encodeURIComponent(id)),
      query: Object.fromEntries(Object.entries(query).map(put)),
    },
  ];
}

function hrefOf(path: string, query: Query): string {
  const text = new URLSearchParams(query).toString();
  return text === '' ? path : `${path}?${text}`;
}

function readable(path: string, query: Query): string {
  const text = Object.entries(query).map(([key, value]) => `${key}=${value}`);
  return text.length === 0 ? path : `${path}?${text.join('&')}`;
}

/** A text as a word of the shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

const KEY = ` \\\n  -H "Authorization: Bearer $AXTAR_KEY"`;

const needsKey = ({ security }: ShownRoute): boolean =>
  security.length > 0 && security.every(({ key }) => key !== undefined);

function curlOf(address: string, query: Query, route: ShownRoute): string {
  const parts = Object.entries(query).map(
    ([key, value]) => ` \\\n  --data-urlencode ${quoted(`${key}=${value}`)}`,
  );
  const get = parts.length > 0 ? ' -G' : '';
  return `curl${get} ${quoted(address)}${needsKey(route) ? KEY : ''}${parts.join('')}`;
}

/** A request that changes something, or has a body, as a line for the command line. */
function curlBlock(route: ShownRoute, { base }: Place): Html {
  const [body] = route.bodies;
  const data = body
    ? ` \\\n  -H ${quoted(`Content-Type: ${body.type}`)} \\\n  ${dataOf(body)}`
    : '';
  const method = route.method === 'POST' && body ? '' : ` -X ${route.method}`;
  const key = needsKey(route) ? KEY : '';
  const line = `curl${method} ${quoted(base + route.path)}${key}${data}`;
  return html`<pre tabindex="0"><code>${line}</code></pre>`;
}

function dataOf({ type, example }: ShownBody): string {
  if (example !== undefined) return `-d ${quoted(shown(example))}`;
  return type === 'application/json' ? '-d @body.json' : '--data-binary @file';
}
