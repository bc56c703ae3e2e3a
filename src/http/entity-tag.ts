import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type { Article } from '../../indexer/article.js';
import { Problem } from './problem.js';

/**
 * The strong entity tag of an article: another one for every other article, the same whichever
 * engine has stored it.
 *
 * @example entityTag({ id: '7', title: 'Yeni park', … }) // '"Jn0Zx1…"', with its quotes
 */
export function entityTag(article: Article): string {
  const fields = Object.entries(article).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const digest = createHash('sha256').update(JSON.stringify(fields)).digest('base64url');
  return `"${digest.slice(0, 22)}"`;
}

/** Which states of a document a caller names: any that it has, or those with one of these tags. */
type Named = '*' | readonly string[];

/** The state in which a document must be, or must not be, to be written (RFC 9110, 13.1). */
export interface Conditions {
  readonly match?: Named;
  readonly noneMatch?: Named;
}

/**
 * @example readConditions(request with If-Match: "a", "b") // { match: ['"a"', '"b"'] }
 * @throws Problem `invalid_parameter`: a header that cannot be read must not be taken for none
 */
export function readConditions(request: Request): Conditions {
  const match = readTags(request, 'If-Match');
  const noneMatch = readTags(request, 'If-None-Match');
  return { ...(match && { match }), ...(noneMatch && { noneMatch }) };
}

function readTags(request: Request, header: string): Named | undefined {
  const text = request.get(header)?.trim();
  if (text === undefined || text === '*') return text;
  const tags = text.match(/(?:W\/)?"[^"]*"/g) ?? [];
  const rest = text.replace(/(?:W\/)?"[^"]*"/g, '');
  if (tags.length > 0 && /^[\s,]*$/.test(rest)) return tags;
  const message = 'expected * or entity tags in double quotes';
  throw new Problem('invalid_parameter', `${header}: ${message}.`, [
    { in: 'header', path: header, message },
  ]);
}

/** @throws Problem `precondition_failed` when the document is not as it should be */
export function checkConditions(
  { match, noneMatch }: Conditions,
  stored: Article | undefined,
): void {
  const tag = stored && entityTag(stored);
  if (match && !names(match, tag)) {
    throw failed('If-Match', stored ? 'The document has changed.' : 'There is no such document.');
  }
  // Weak tags name a state as well as strong ones, where it is only to be another one.
  if (noneMatch && names(withoutWeakness(noneMatch), tag)) {
    throw failed('If-None-Match', 'The document is there already.');
  }
}

const names = (named: Named, tag: string | undefined): boolean =>
  tag !== undefined && (named === '*' || named.includes(tag));

const withoutWeakness = (named: Named): Named =>
  named === '*' ? named : named.map((tag) => tag.replace(/^W\//, ''));

const failed = (header: string, detail: string) =>
  new Problem('precondition_failed', detail, [
    { in: 'header', path: header, message: 'does not hold; read the document again' },
  ]);
