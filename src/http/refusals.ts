import { z } from 'zod';
import { nearestName } from '../nearest-name.js';
import { Problem, type ProblemCode, type RequestError } from './problem.js';

export interface Refused {
  readonly code: ProblemCode;
  readonly in: RequestError['in'];
  /** What was given, and the names that it may have. */
  readonly given: unknown;
  readonly known: readonly string[];
}

/** What a schema refused, as a problem with one entry a place. */
export function refusal(error: z.ZodError, { code, in: where, given, known }: Refused): Problem {
  const errors = error.issues.flatMap((issue): RequestError[] => {
    if (issue.code === 'unrecognized_keys' && issue.path.length === 0) {
      return issue.keys.map((key) => unknownName(key, where, known));
    }
    const path = placeOf(issue.path, where);
    return [{ in: where, path, message: sayIssue(issue, where, given) }];
  });
  const named = errors.map(({ path, message }) => `${path}: ${message}`);
  return new Problem(code, named.join('; ').slice(0, 2000), errors);
}

/** The parameter, or where in the body. */
function placeOf(path: readonly PropertyKey[], where: RequestError['in']): string {
  const place = where === 'body' ? z.core.toDotPath(path) : String(path[0] ?? '');
  return place.slice(0, 200) || where;
}

function sayIssue(issue: z.core.$ZodIssue, where: RequestError['in'], given: unknown): string {
  const repeated =
    where === 'query' && issue.path.length === 1 && isList(given, String(issue.path[0]));
  return repeated ? 'given more than once; expected one value' : issue.message;
}

const isList = (given: unknown, name: string): boolean =>
  typeof given === 'object' && given !== null && Array.isArray(Reflect.get(given, name));

function unknownName(
  key: string,
  where: RequestError['in'],
  known: readonly string[],
): RequestError {
  const nearest = nearestName(key, known);
  const hint = nearest === undefined ? '' : `did you mean ${nearest}? `;
  const path = key.slice(0, 100) || where;
  return {
    in: where,
    path,
    message: `unknown parameter; ${hint}expected one of ${known.join(', ')}`,
  };
}
