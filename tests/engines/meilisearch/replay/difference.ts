import type { Call } from './exchange.js';

const SHOWN_PLACES = 4;
const SHOWN_CHARACTERS = 160;
/** Of equal text before the difference. */
const SHOWN_BEFORE = 40;

/** @example describeCall(call) // 'POST /multi-search {"queries":[{"filter":"n EXISTS",…' */
export function describeCall({ method, path, body }: Call): string {
  return [method, path, ...(body === null ? [] : [excerpt(JSON.stringify(body), 0)])].join(' ');
}

/**
 * How a request differs from the nearest of others with the same address; undefined when there is
 * none.
 *
 * @example describeDifference(call, recorded)
 * // '  queries.1.filter\n    recorded: "stems = \\"a\\""\n    now:      "folds = \\"a\\""'
 */
export function describeDifference(call: Call, others: readonly Call[]): string | undefined {
  const alike = others.filter(({ method, path }) => method === call.method && path === call.path);
  const [nearest] = alike
    .map(({ body }) => differences(body, call.body))
    .sort((a, b) => a.length - b.length);
  if (!nearest) return undefined;
  const more = nearest.length - SHOWN_PLACES;
  return [
    'The nearest in the recording differs in:',
    ...nearest.slice(0, SHOWN_PLACES).map(describePlace),
    ...(more > 0 ? [`  and in ${more} more places`] : []),
  ].join('\n');
}

interface Difference {
  readonly place: readonly string[];
  readonly recorded: unknown;
  readonly now: unknown;
}

function differences(recorded: unknown, now: unknown, place: readonly string[] = []): Difference[] {
  if (!isTree(recorded) || !isTree(now)) {
    return recorded === now ? [] : [{ place, recorded, now }];
  }
  const [before, after] = [new Map(Object.entries(recorded)), new Map(Object.entries(now))];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
    differences(before.get(key), after.get(key), [...place, key]),
  );
}

const isTree = (value: unknown): value is object => typeof value === 'object' && value !== null;

function describePlace({ place, recorded, now }: Difference): string {
  const [before, after] = [recorded, now].map(toText);
  const from = firstDifference(before ?? '', after ?? '') - SHOWN_BEFORE;
  const [was, is] = [before ?? '', after ?? ''].map((text) => excerpt(text, from));
  return `  ${place.join('.') || 'the body'}\n    recorded: ${was}\n    now:      ${is}`;
}

const toText = (value: unknown): string =>
  value === undefined ? 'nothing' : JSON.stringify(value);

function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

function excerpt(text: string, from: number): string {
  const start = Math.max(0, from);
  const end = start + SHOWN_CHARACTERS;
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}
