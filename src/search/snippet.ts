import type { Mark } from './highlight.js';

/** A passage of a text: the stretch [start, end) in UTF-16 units. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

/** Length of a snippet, in UTF-16 units, before it is widened to whole words. */
const USUAL_LENGTH = 240;
/** The same for a word of a snippet whose words are counted. */
const WORD_LENGTH = 8;
/** How much of it stands before the first word met. */
const LEAD = 60;

/**
 * The passage of a text that answers a query best: the stretch that holds most of the different
 * words met, then most marks, then the earliest. Without marks, the beginning. `words` is how many
 * words it has at most, where they are counted.
 */
export function choosePassage(text: string, marks: readonly Mark[], words?: number): Passage {
  const length = words === undefined ? USUAL_LENGTH : words * WORD_LENGTH;
  const lead = Math.min(LEAD, length / 4);
  const best = bestStart(marks, length - lead);
  const sentence = best ? sentenceStart(text, best.start) : 0;
  const start = best
    ? Math.min(best.start, wordStart(text, Math.max(sentence, Math.floor(best.start - lead), 0)))
    : 0;
  const end =
    words === undefined
      ? wordEnd(text, Math.min(start + length, text.length))
      : afterWords(text, start, words);
  return { start, end };
}

/** Longest text that a word of a snippet may take on average, in UTF-16 units. */
const MOST_WORD_LENGTH = 60;

/** Where so many words from `start` end. */
function afterWords(text: string, start: number, words: number): number {
  const counted = new RegExp(String.raw`^\s*(?:\S+\s+){0,${words - 1}}\S*`, 'u');
  return (
    start + (counted.exec(text.slice(start, start + words * MOST_WORD_LENGTH))?.[0].length ?? 0)
  );
}

function bestStart(marks: readonly Mark[], within: number): Mark | undefined {
  let best: { mark: Mark; words: number; marks: number } | undefined;
  let last = 0;
  marks.forEach((mark, first) => {
    last = Math.max(last, first);
    while (last < marks.length && (marks[last]?.end ?? 0) - mark.start <= within) last++;
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
