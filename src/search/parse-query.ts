import { canonicalise } from '../../indexer/language/canonicalise.js';

/** A part of what was typed: plain words, or a quoted phrase; either may be excluded. */
export interface QueryPart {
  readonly text: string;
  readonly quoted: boolean;
  readonly excluded: boolean;
}

export interface ParsedQuery {
  readonly parts: readonly QueryPart[];
  /** The last word is still being typed: it is plain, and nothing follows it. */
  readonly unfinished: boolean;
}

const PART = /(?<minus>(?<=^|\s)-(?=[^\s-]))?(?:"(?<phrase>[^"]*)"?|(?<plain>[^\s"]+))/gu;

/** With so many words outside them, quotes are those of a headline that was pasted. */
const PASTED_WORDS = 4;

/**
 * Reads the query language: `"…"` is a phrase, `-word` and `-"…"` exclude, all else is words.
 * Nothing is an error: a quote without its partner reaches to the end. In a long query quotes
 * demand nothing: headlines have them around names, and other headlines of the event do not.
 *
 * @example parseQuery('nazir -"baş nazir" səf') // parts nazir, -"baş nazir", səf; unfinished
 */
export function parseQuery(typed: string): ParsedQuery {
  const { text } = canonicalise(typed);
  const parts = [...text.matchAll(PART)].map(({ groups }) => ({
    text: groups?.phrase ?? groups?.plain ?? '',
    quoted: groups?.phrase !== undefined,
    excluded: groups?.minus !== undefined,
  }));
  const last = parts.at(-1);
  const open = last !== undefined && !last.quoted && !last.excluded && !/[\s"]$/u.test(text);
  const said = parts.filter((part) => /[\p{L}\p{N}]/u.test(part.text));
  const outside = said.filter(({ quoted, excluded }) => !quoted && !excluded).length;
  const isPasted = outside >= PASTED_WORDS;
  return {
    parts: said.map((part) => ({ ...part, quoted: part.quoted && (part.excluded || !isPasted) })),
    unfinished: open,
  };
}
