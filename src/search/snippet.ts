import type { Mark } from './highlight.js';

/** A passage of a text: the stretch [start, end) in UTF-16 units. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

/** Length of a snippet, in UTF-16 units, before it is widened to whole words. */
const LENGTH = 240;
/** How much of it stands before the first word met. */
const LEAD = 60;

/**
 * The passage of a text that answers a query best: the stretch that holds most of the different
 * words met, then most marks, then the earliest. Without marks, the beginning.
 */
export function choosePassage(text: string, marks: readonly Mark[]): Passage {
  const best = bestStart(marks);
  if (!best) return { start: 0, end: wordEnd(text, Math.min(LENGTH, text.length)) };
  const sentence = sentenceStart(text, best.start);
  const start = Math.min(best.start, wordStart(text, Math.max(sentence, best.start - LEAD, 0)));
  return { start, end: wordEnd(text, Math.min(start + LENGTH, text.length)) };
}

function bestStart(marks: readonly Mark[]): Mark | undefined {
  let best: { mark: Mark; words: number; marks: number } | undefined;
  let last = 0;
  marks.forEach((mark, first) => {
    last = Math.max(last, first);
    while (last < marks.length && (marks[last]?.end ?? 0) - mark.start <= LENGTH - LEAD) last++;
    const near = marks.slice(first, last);
    const words = new Set(near.flatMap((other) => other.words)).size;
    const better =
      !best || words > best.words || (words === best.words && near.length > best.marks);
    if (better) best = { mark, words, marks: near.length };
  });
  return best?.mark;
}

/** Beginning of the sentence or paragraph around a place, or -1 when it is too far back. */
function sentenceStart(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - 2 * LEAD), at);
  const breaks = [...before.matchAll(/[.!?…]["”»]?\s+|\n+/gu)].at(-1);
  if (!breaks) return at <= 2 * LEAD ? 0 : -1;
  return Math.max(0, at - 2 * LEAD) + breaks.index + breaks[0].length;
}

function wordStart(text: string, at: number): number {
  if (at === 0 || /\s/u.test(text[at - 1] ?? ' ')) return at;
  const next = text.slice(at).search(/\s/u);
  return next < 0 ? characterStart(text, at) : at + next + 1;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const next = text.slice(at).search(/\s/u);
  return next < 0 || next > 40 ? characterStart(text, at) : at + next;
}

/** A character of two UTF-16 units is not cut in half. */
function characterStart(text: string, at: number): number {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(at - 1, at + 1)) ? at - 1 : at;
}
