import type { z } from 'zod';
import type { RequestError } from '../problem.js';
import { MeilisearchProblem } from './meilisearch-problem.js';

/** What a schema refused: where it stood, and what was given. */
export interface RefusedInput {
  readonly in: RequestError['in'];
  readonly given: unknown;
  /** Of the route: what a parameter's code is called hangs on it. */
  readonly path: string;
}

/** What a schema refused first, in the words of Meilisearch. */
export function meilisearchRefusal(error: z.ZodError, input: RefusedInput): MeilisearchProblem {
  const [issue] = error.issues;
  if (!issue) return new MeilisearchProblem('bad_request', 'The request cannot be read.');
  const found = valueAt(input.given, issue.path);
  if (issue.code === 'unrecognized_keys') {
    return new MeilisearchProblem('bad_request', sayUnknown(issue, input));
  }
  if (found === undefined) return missing(issue, input);
  return new MeilisearchProblem(codeOf(issue, input), sayWrong(issue, found, input));
}

/** The name of what is wrong: the outermost in a list of values, the innermost in a list of queries. */
const nameOf = ({ path }: z.core.$ZodIssue): string =>
  path.findLast((part) => typeof part === 'string') ?? '';

const placeOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');

const insideOf = (path: readonly PropertyKey[]): string =>
  path.length === 0 ? '' : ` inside \`${placeOf(path)}\``;

/** The schema's own words say which names there are. */
function sayUnknown(issue: z.core.$ZodIssueUnrecognizedKeys, input: RefusedInput): string {
  const kind = input.in === 'query' ? 'parameter' : 'field';
  const name = (issue.keys[0] ?? '').slice(0, 100);
  return `Unknown ${kind} \`${name}\`${insideOf(issue.path)}: ${issue.message}`;
}

function missing(issue: z.core.$ZodIssue, input: RefusedInput): MeilisearchProblem {
  const name = nameOf(issue);
  const kind = input.in === 'query' ? 'parameter' : 'field';
  const message = `Missing ${kind} \`${name}\`${insideOf(issue.path.slice(0, -1))}`;
  return new MeilisearchProblem(MISSING[name] ?? 'bad_request', message);
}

const MISSING: Readonly<Record<string, string>> = {
  indexUid: 'missing_index_uid',
  facetName: 'missing_facet_search_facet_name',
};

function sayWrong(issue: z.core.$ZodIssue, found: unknown, input: RefusedInput): string {
  if (input.in !== 'body') {
    return `Invalid value in parameter \`${nameOf(issue)}\`: ${Array.isArray(found) ? 'given more than once' : issue.message}`;
  }
  const at = issue.path.length === 0 ? '' : ` at \`${placeOf(issue.path)}\``;
  if (issue.code === 'invalid_value') {
    const values = issue.values.map((value) => `\`${String(value)}\``).join(', ');
    return `Unknown value \`${String(found).slice(0, 100)}\`${at}: expected one of ${values}`;
  }
  const expected = issue.code === 'invalid_type' ? EXPECTED[issue.expected] : undefined;
  if (expected === undefined) return `Invalid value${at}: ${issue.message}`;
  return `Invalid value type${at}: expected ${expected}, but found ${describe(found)}`;
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a positive integer',
  int: 'a positive integer',
  boolean: 'a boolean',
  array: 'an array',
  object: 'an object',
};

const MOST_SHOWN = 100;

function describe(value: unknown): string {
  if (value === null) return 'null';
  const kind = Array.isArray(value) ? 'an array' : (KINDS[typeof value] ?? 'a value');
  return `${kind}: \`${JSON.stringify(value).slice(0, MOST_SHOWN)}\``;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  boolean: 'a boolean',
  object: 'an object',
};

const CODES: Readonly<Record<string, string>> = {
  '': 'bad_request',
  queries: 'bad_request',
  federation: 'invalid_multi_search_federation',
  federationOptions: 'invalid_multi_search_federation_options',
  indexUid: 'invalid_index_uid',
  facetName: 'invalid_facet_search_facet_name',
  facetQuery: 'invalid_facet_search_query',
};

/** Meilisearch has a code for each parameter, named after it. */
function codeOf(issue: z.core.$ZodIssue, { path }: RefusedInput): string {
  const name = nameOf(issue);
  const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return CODES[name] ?? `invalid_${familyOf(path)}_${snake}`;
}

function familyOf(path: string): string {
  if (path.includes('/documents')) return 'document';
  return path === '/indexes' ? 'index' : 'search';
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, part) =>
      typeof inner === 'object' && inner !== null ? Reflect.get(inner, part) : undefined,
    value,
  );
}
