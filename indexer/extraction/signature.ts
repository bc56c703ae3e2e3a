import type { Line } from './classify.js';
import type { TextSpan } from './body.js';
import { isNameShaped, isRole, readByline } from './person.js';
import type { Byline } from './person.js';
import type { ExtractionRules } from './rules.js';

/** Who signed below the text, and where the text ends without the signature. */
export interface Signature {
  readonly byline?: Byline;
  readonly end: number;
}

/** A signature is looked for in so many lines below the text. */
const REACH = 3;

/**
 * Reads the signature below a text: a name, with the office before or after it, on the same line
 * or on its own. A name that could be anything else counts only beside an office.
 *
 * @example `Fuad Hüseynzadə` above `İctimai Şuranın katibi`
 */
export function readSignature(
  lines: readonly Line[],
  span: TextSpan,
  rules: ExtractionRules,
): Signature {
  const start = Math.max(span.first + 1, span.end - REACH);
  for (let at = start; at < Math.min(span.cut, span.end + REACH); at += 1) {
    const byline = readAt(lines, at, span, rules);
    if (byline === undefined) continue;
    const office = byline.authorRole === undefined && isOffice(lines[at - 1], rules);
    const authorRole = office ? lines[at - 1]?.text.replace(/,$/u, '') : byline.authorRole;
    const end = Math.min(span.end, office ? at - 1 : at);
    return {
      byline: { author: byline.author, ...(authorRole !== undefined && { authorRole }) },
      end,
    };
  }
  return { end: span.end };
}

function readAt(
  lines: readonly Line[],
  at: number,
  span: TextSpan,
  rules: ExtractionRules,
): Byline | undefined {
  const line = lines[at];
  if (line === undefined || !['loose', 'remark', 'sentence'].includes(line.kind)) return undefined;
  const roles = rolesAfter(lines, at, span, rules);
  if (at < span.end && at + 1 + roles.length < span.end) return undefined;
  const byline = readByline(line.text, rules) ?? readUnknown(line.text, roles, rules);
  if (byline === undefined) return undefined;
  const office = [byline.authorRole, ...roles].filter((role) => role !== undefined).join(' ');
  const authorRole = office.replace(/(?<=\p{Ll}{2})[.,;]$/u, '');
  return authorRole === '' ? { author: byline.author } : { author: byline.author, authorRole };
}

/** A name of no known shape is a signature when its bearer's office follows. */
function readUnknown(
  text: string,
  roles: readonly string[],
  rules: ExtractionRules,
): Byline | undefined {
  const name = text.replace(/[,.]$/u, '');
  const shaped = isNameShaped(name) && !isRole(name, rules) && name.split(' ').length <= 3;
  return roles.length > 0 && shaped ? { author: name } : undefined;
}

function rolesAfter(
  lines: readonly Line[],
  at: number,
  span: TextSpan,
  rules: ExtractionRules,
): string[] {
  const roles: string[] = [];
  for (const line of lines.slice(at + 1, Math.min(at + 1 + REACH, span.cut))) {
    if (!['loose', 'remark', 'sentence'].includes(line.kind) || !isRole(line.text, rules)) break;
    roles.push(line.text);
  }
  return roles;
}

/** An office on the line above the name: it has no full stop, or ends in a comma. */
function isOffice(line: Line | undefined, rules: ExtractionRules): boolean {
  if (line === undefined || !isRole(line.text, rules)) return false;
  return line.kind === 'loose' || line.text.endsWith(',');
}
