import type { Line } from './classify.js';
import { isNameShaped, isRole } from './person.js';
import type { ExtractionRules } from './rules.js';

/** Where the article's text stands among the lines: `first <= text < cut`. */
export interface TextSpan {
  /** The first line of running text. */
  readonly first: number;
  /** After the last line of text. */
  readonly end: number;
  /** Where other stories, comments or menus begin; between `end` and here a signature may stand. */
  readonly cut: number;
}

/**
 * Finds the running text of a page. Undefined when there is none.
 *
 * @example findText(lines, rules) // { first: 3, end: 9, cut: 11 }
 */
export function findText(lines: readonly Line[], rules: ExtractionRules): TextSpan | undefined {
  const first = findFirst(lines);
  if (first === undefined) return undefined;
  const cut = Math.min(
    cutAtTail(lines, first),
    cutAtStamps(lines, first, rules),
    cutAtMenu(lines, first),
  );
  return { first, end: findEnd(lines, first, cut), cut };
}

function findFirst(lines: readonly Line[]): number | undefined {
  const sentences = indexesOf(lines, (line) => line.kind === 'sentence');
  const afterNotices = sentences.find((at) => !isNotice(lines, at));
  if (sentences.length > 0) return afterNotices ?? sentences[0];
  return indexesOf(lines, (line) => line.kind === 'remark' && /\.["”»]*$/u.test(line.text))[0];
}

/** A sentence above everything, followed by a menu: the site speaks of itself. */
function isNotice(lines: readonly Line[], at: number): boolean {
  const next = lines[at + 1]?.kind;
  const titled = lines.slice(0, at).some((line) => line.kind === 'loose' || line.kind === 'crumb');
  return !titled && (next === 'menu' || next === 'crumb') && lines.slice(at + 1).some(isText);
}

const isText = (line: Line): boolean => line.kind === 'sentence';

function cutAtTail(lines: readonly Line[], first: number): number {
  return findAfter(lines, first, (line) => line.kind === 'tail');
}

/** Two menu lines together are no subheadings: the page's footer has begun. */
function cutAtMenu(lines: readonly Line[], first: number): number {
  return findAfter(
    lines,
    first,
    (line, at) => line.kind === 'menu' && lines[at + 1]?.kind === 'menu',
  );
}

const LEAST_STAMPS = 3;

/** A list of headlines or rubrics, each with its time, needs no heading to be known for one. */
function cutAtStamps(lines: readonly Line[], first: number, rules: ExtractionRules): number {
  const stamps = indexesOf(lines, isStamp).filter((at) => at > first);
  const start = stamps.find((stamp, index) => {
    const run = stamps.slice(index, index + LEAST_STAMPS);
    return (
      run.length === LEAST_STAMPS &&
      run.every((at, place) => isNear(lines, run[place - 1] ?? stamp, at))
    );
  });
  if (start === undefined) return lines.length;
  return belongsToStamp(lines[start - 1], rules) ? start - 1 : start;
}

function isStamp(line: Line): boolean {
  return (
    line.meta?.stamped === true ||
    (line.kind === 'loose' && /^\[?\d{1,2}:\d{2}\]?\s+\S/u.test(line.text))
  );
}

function isNear(lines: readonly Line[], from: number, to: number): boolean {
  return to - from <= 3 && !lines.slice(from + 1, to).some(isText);
}

/** The headline above its time; a signature above a list that names the time first is none. */
function belongsToStamp(line: Line | undefined, rules: ExtractionRules): boolean {
  if (line?.kind === 'menu') return true;
  return line?.kind === 'loose' && !isNameShaped(line.text) && !isRole(line.text, rules);
}

/** The last line of running text and the remarks and items that follow it without a break. */
function findEnd(lines: readonly Line[], first: number, cut: number): number {
  let end = first + 1;
  for (let at = first + 1; at < cut; at += 1) if (lines[at]?.kind === 'sentence') end = at + 1;
  while (end < cut && (isContinuation(lines[end]) || isVerse(lines[end], lines[end + 1]))) end += 1;
  return end;
}

function isContinuation(line: Line | undefined): boolean {
  if (line?.kind === 'item') return true;
  return line?.kind === 'remark' && !isNameShaped(line.text.replace(/[.,]$/u, ''));
}

const LONGEST_VERSE = 60;

/** A line of verse, or a short heading: a line that ends in a stop or a comma follows. */
function isVerse(line: Line | undefined, next: Line | undefined): boolean {
  if (line?.kind !== 'loose' || line.text.length > LONGEST_VERSE || isNameShaped(line.text))
    return false;
  return isContinuation(next) && next?.kind === 'remark' && /[.,;]$/u.test(next.text);
}

function findAfter(
  lines: readonly Line[],
  first: number,
  test: (line: Line, at: number) => boolean,
): number {
  const found = lines.findIndex((line, at) => at > first && test(line, at));
  return found < 0 ? lines.length : found;
}

function indexesOf(lines: readonly Line[], test: (line: Line) => boolean): number[] {
  return lines.flatMap((line, at) => (test(line) ? [at] : []));
}
