import { FilterSyntaxError } from './error.js';
import { show, type Token } from './tokens.js';

/** A place in the parts of a filter that moves on as they are read. */
export interface Cursor {
  /** The part that comes next; at the end always the `end`. */
  peek(): Token;
  /** Moves on when this keyword or sign comes next. */
  take(text: string): boolean;
  /** Moves on over whatever comes next, and gives it. */
  next(): Token;
  /** The error that something else comes next. */
  missing(expected: string): FilterSyntaxError;
}

/** @param tokens of which the last is the `end` */
export function createCursor(tokens: readonly Token[]): Cursor {
  let at = 0;
  const end: Token = tokens.at(-1) ?? { kind: 'end', text: '', position: 0 };
  const peek = () => tokens[at] ?? end;
  const next = () => {
    const token = peek();
    at += 1;
    return token;
  };
  const take = (text: string) => {
    const { kind, text: own } = peek();
    const taken = (kind === 'keyword' || kind === 'sign') && own === text;
    if (taken) at += 1;
    return taken;
  };
  const missing = (expected: string) =>
    new FilterSyntaxError(peek().position, expected, { found: show(peek()) });
  return { peek, take, next, missing };
}
