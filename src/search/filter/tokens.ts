import { FilterSyntaxError } from './error.js';
import { unquote } from './quote.js';

/** A part of a filter's text. */
export interface Token {
  readonly kind: 'word' | 'quoted' | 'keyword' | 'sign' | 'end';
  /** A word or what quotes hold, as it is; a keyword in capitals; a sign. */
  readonly text: string;
  /** In UTF-16 units from 0. */
  readonly position: number;
}

const KEYWORDS: ReadonlySet<string> = new Set(['AND', 'OR', 'NOT', 'IN', 'TO', 'EXISTS']);

// Each part has one way to match, so that a text is read in one pass.
const SPACE = /\s*/uy;
const PART =
  /(?<word>[\p{L}\p{M}\p{N}_.:+-]+)|(?<quoted>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<sign>[!<>]=|[=<>(),[\]])/suy;

/**
 * Cuts a filter into its parts; the last is its `end`.
 *
 * @example readTokens('lang = az').map(({ text }) => text) // ['lang', '=', 'az', '']
 * @throws FilterSyntaxError
 */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = [];
  for (let position = skipSpace(text, 0); position < text.length;) {
    PART.lastIndex = position;
    const part = PART.exec(text);
    if (!part) throw strange(text, position);
    tokens.push(tokenOf(part, position));
    position = skipSpace(text, position + part[0].length);
  }
  return [...tokens, { kind: 'end', text: '', position: text.length }];
}

function skipSpace(text: string, position: number): number {
  SPACE.lastIndex = position;
  return position + (SPACE.exec(text)?.[0].length ?? 0);
}

function tokenOf({ 0: text, groups = {} }: RegExpExecArray, position: number): Token {
  const { word, quoted } = groups;
  if (quoted !== undefined) return { kind: 'quoted', text: unquote(quoted, position), position };
  if (word === undefined) return { kind: 'sign', text, position };
  // Only ASCII letters have these small letters: `ın` is a word.
  const small = word.toLowerCase();
  const keyword = /^[a-z]+$/.test(small) ? small.toUpperCase() : '';
  return KEYWORDS.has(keyword)
    ? { kind: 'keyword', text: keyword, position }
    : { kind: 'word', text: word, position };
}

function strange(text: string, position: number): FilterSyntaxError {
  const sign = String.fromCodePoint(text.codePointAt(position) ?? 0);
  if (sign === '"' || sign === "'") {
    return new FilterSyntaxError(text.length, `a closing ${sign}`, { found: 'the end' });
  }
  const expected = 'a word, a quoted value or one of = != > >= < <= ( ) [ ] ,';
  return new FilterSyntaxError(position, expected, { found: JSON.stringify(sign) });
}

const MOST_SHOWN = 30;

/** A part as errors show it. */
export function show({ kind, text }: Token): string {
  if (kind === 'end') return 'the end';
  const shown = text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
  return kind === 'keyword' ? `the keyword ${shown}` : JSON.stringify(shown);
}
