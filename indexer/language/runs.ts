/**
 * Where words begin and end, as far as letters tell. The expressions say what a run is; a table,
 * made of them, answers for the alphabets that texts here are written in, and only where another
 * character comes up is an expression asked.
 */
const OPENS = /[\p{L}\p{N}]/u;
const CONTINUES = /[\p{L}\p{N}\p{M}]/u;
const RUN = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|'(?=[\p{L}\p{N}]))*/gu;

/** Up to where Hebrew begins, and the signs of print: dashes, quotes, the ellipsis. */
const END = 0x590;
const PUNCTUATION = { from: 0x2010, to: 0x2027 };

const GAP = 0;
const LETTER = 1;
const MARK = 2;
const APOSTROPHE = 3;

const KINDS = Uint8Array.from({ length: END }, (_, code) => kindOf(String.fromCharCode(code)));

function kindOf(character: string): number {
  if (character === "'") return APOSTROPHE;
  if (OPENS.test(character)) return LETTER;
  return CONTINUES.test(character) ? MARK : GAP;
}

const isPunctuation = (code: number) => code >= PUNCTUATION.from && code <= PUNCTUATION.to;

/** Where the first run of letters and digits begins, from a place on; the text's length when none does. */
export function findRun(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = KINDS[code];
    if (kind === LETTER) return at;
    if (kind === undefined && !isPunctuation(code)) return findAnyRun(text, at);
  }
  return text.length;
}

/** Set each time: the expression is shared, and another text may be read between two words. */
function findAnyRun(text: string, from: number): number {
  RUN.lastIndex = from;
  return RUN.exec(text)?.index ?? text.length;
}

/** Where the run that begins at `start` ends. An apostrophe belongs to it before a letter. */
export function findRunEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = KINDS[code];
    if (kind === LETTER || kind === MARK) continue;
    if (kind === undefined && !isPunctuation(code)) return findAnyRunEnd(text, start);
    if (kind !== APOSTROPHE) return at;
    const next = KINDS[text.charCodeAt(at + 1)];
    if (next === undefined && at + 1 < text.length) return findAnyRunEnd(text, start);
    if (next !== LETTER) return at;
  }
  return text.length;
}

function findAnyRunEnd(text: string, start: number): number {
  RUN.lastIndex = start;
  return start + (RUN.exec(text)?.[0].length ?? 0);
}
