import type { Mark } from '../../search/highlight.js';

/** The stretch [start, end) of a text, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

type Placed = Pick<Mark, 'start' | 'end' | 'words'>;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * The stretch of `length` words that holds most of the different words met, then most marks, then
 * the earliest, with what was met in its middle. Without marks, the beginning; 0 words are all.
 *
 * @example cropText('bir iki üç dörd beş', [{ start: 11, end: 15, words: [0] }], 3) // { start: 8, end: 19 }
 */
export function cropText(text: string, marks: readonly Placed[], length: number): Stretch {
  const words = [...text.matchAll(WORD)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
  if (length === 0 || words.length <= length) return { start: 0, end: text.length };
  const places = placeMarks(words, marks);
  const best = bestWindow(places, length);
  const lead = Math.floor((length - best.width) / 2);
  const first = Math.min(Math.max(best.first - lead, 0), words.length - length);
  const last = first + length - 1;
  return {
    start: first === 0 ? 0 : (words[first]?.start ?? 0),
    end: last === words.length - 1 ? text.length : (words[last]?.end ?? text.length),
  };
}

interface PlacedMark {
  /** Number of the word of the text in which the mark begins. */
  readonly at: number;
  readonly words: readonly number[];
}

/** Both lists stand in the order of the text. */
function placeMarks(words: readonly Stretch[], marks: readonly Placed[]): PlacedMark[] {
  let at = 0;
  return marks.map((mark) => {
    while (at + 1 < words.length && (words[at]?.end ?? 0) <= mark.start) at++;
    return { at, words: mark.words };
  });
}

interface Window {
  readonly first: number;
  /** Words from the first that is met to the last. */
  readonly width: number;
}

function bestWindow(marks: readonly PlacedMark[], length: number): Window {
  let best: Window & { readonly different: number; readonly marks: number } = {
    first: 0,
    width: length,
    different: 0,
    marks: 0,
  };
  let end = 0;
  marks.forEach(({ at: first }, from) => {
    while (end < marks.length && (marks[end]?.at ?? 0) < first + length) end++;
    const near = marks.slice(from, end);
    const different = new Set(near.flatMap(({ words }) => words)).size;
    if (different < best.different) return;
    if (different === best.different && near.length <= best.marks) return;
    const width = (near.at(-1)?.at ?? first) - first + 1;
    best = { first, width, different, marks: near.length };
  });
  return best;
}
