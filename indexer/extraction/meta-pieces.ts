import type { FoundDate } from './dates.js';
import { isMenu, isSiteName } from './menu.js';
import type { Meta } from './meta.js';
import { readByline, readLabelledByline } from './person.js';
import type { Byline } from './person.js';
import type { ExtractionRules, LabelName } from './rules.js';
import { readSource, readUrl } from './source-name.js';
import { foldText } from './text.js';

/** What a piece of a line says; alone, a name or a rubric makes no metadata. */
interface PieceMeta extends Meta {
  readonly alone: boolean;
}

const LONGEST_LINE = 220;

/**
 * Reads a line of dates, counters, rubrics, names and labelled values, in any order. Undefined when
 * anything else stands in it.
 *
 * @example readPieces('Mədəniyyət | 5 mart 2024', rules)?.date // '2024-03-05T00:00:00+04:00'
 */
export function readPieces(text: string, rules: ExtractionRules): Meta | undefined {
  if (text.length > LONGEST_LINE) return undefined;
  const folded = foldText(text);
  const dates = rules.findDates(folded);
  const pieces: PieceMeta[] = [];
  for (const [start, end] of splitPieces(folded, dates, rules)) {
    const piece = { text: text.slice(start, end), dates: within(dates, start, end) };
    const meta = readPiece(piece, rules);
    if (meta === undefined) return undefined;
    pieces.push(meta);
  }
  return pieces.some((piece) => piece.alone) ? mergePieces(pieces) : undefined;
}

/** Of two pieces that say the same thing, the first counts. */
function mergePieces(pieces: readonly PieceMeta[]): Meta {
  const stamped = pieces.some((piece) => piece.stamped);
  const dateOnly = pieces.every((piece) => piece.dateOnly);
  const said = pieces.reduceRight<Partial<Meta>>((rest, piece) => ({ ...rest, ...piece }), {});
  return { ...said, stamped, dateOnly };
}

/** The line cut at `|`, `•`, ` / ` outside dates, and before each label. */
function splitPieces(
  folded: string,
  dates: readonly FoundDate[],
  rules: ExtractionRules,
): [number, number][] {
  const separators = [...folded.matchAll(/[|•·]|(?<= )\/(?= )/gu)].map((match) => match.index);
  const labels = [...folded.matchAll(rules.anyLabel)].map((match) => match.index);
  const cuts = [...separators, ...labels]
    .filter((at) => dates.every((date) => at <= date.start || date.end <= at))
    .toSorted((a, b) => a - b);
  const edges = [0, ...cuts, folded.length];
  return edges
    .slice(1)
    .map((end, at): [number, number] => [edges[at] ?? 0, end])
    .filter(([a, b]) => b > a);
}

interface PlacedDate extends FoundDate {
  readonly at: number;
  readonly length: number;
}

function within(dates: readonly FoundDate[], start: number, end: number): PlacedDate[] {
  return dates
    .filter((date) => date.start >= start && date.end <= end)
    .map((date) => ({ ...date, at: date.start - start, length: date.end - date.start }));
}

interface Piece {
  readonly text: string;
  readonly dates: readonly PlacedDate[];
}

function readPiece({ text, dates }: Piece, rules: ExtractionRules): PieceMeta | undefined {
  const bare = withoutDates(text, dates).replace(/^[\s|•·/]+/u, '');
  const found = findLabel(foldText(bare), rules);
  const value = bare.slice(found?.length ?? 0);
  const stamp = {
    ...readStamp(dates, found?.label),
    alone: found !== undefined || dates.length > 0,
  };
  switch (found?.label) {
    case 'author':
      return { ...stamp, ...asField(readLabelledByline(strip(value, rules), rules)) };
    case 'source':
      return { ...stamp, ...readSource(value) };
    case 'address':
      return { ...stamp, ...readUrl(value) };
    case 'rubric':
      return stamp;
    default:
      return readRest(value, stamp, rules);
  }
}

function asField(byline: Byline | undefined): { byline?: Byline } {
  return byline === undefined ? {} : { byline };
}

function findLabel(
  folded: string,
  rules: ExtractionRules,
): { label: LabelName; length: number } | undefined {
  for (const label of ['author', 'source', 'address', 'rubric', 'updated', 'published'] as const) {
    const length = rules.labelStarts[label].exec(folded)?.[0].length;
    if (length !== undefined) return { label, length };
  }
  return undefined;
}

function readStamp(dates: readonly PlacedDate[], label: LabelName | undefined): Meta {
  const date = label === 'updated' ? undefined : dates.find((found) => found.instant !== undefined);
  const stamp = { stamped: dates.length > 0, dateOnly: dates.length > 0 && label === undefined };
  return date?.instant === undefined ? stamp : { ...stamp, date: date.instant };
}

/** What is left beside dates must be a counter, a rubric, or a person's name. */
function readRest(value: string, stamp: PieceMeta, rules: ExtractionRules): PieceMeta | undefined {
  const rest = strip(value, rules);
  const beside = foldText(value).match(rules.besideDate) ?? [];
  const meta = {
    stamped: stamp.stamped || beside.some((text) => /\d:\d|evvel|once/u.test(text)),
    dateOnly: stamp.dateOnly && beside.length === 0 && rest === '',
    alone: stamp.alone || beside.length > 0,
    ...(stamp.date !== undefined && { date: stamp.date }),
  };
  if (rest === '' || isRubric(rest, rules)) return meta;
  const byline = readByline(rest, rules);
  return byline === undefined ? undefined : { ...meta, byline };
}

function isRubric(text: string, rules: ExtractionRules): boolean {
  return isMenu(text, rules) || isSiteName(text, rules);
}

function withoutDates(text: string, dates: readonly PlacedDate[]): string {
  let bare = text;
  for (const date of dates.toReversed()) {
    bare = `${bare.slice(0, date.at)} ${bare.slice(date.at + date.length)}`;
  }
  return bare;
}

/** The text without counters, times and the punctuation between them. */
function strip(text: string, rules: ExtractionRules): string {
  let bare = text;
  for (const match of [...foldText(text).matchAll(rules.besideDate)].toReversed()) {
    bare = `${bare.slice(0, match.index)} ${bare.slice(match.index + match[0].length)}`;
  }
  return bare.replace(/^[\s|•·/,;:()[\]–—.-]+|[\s|•·/,;:()[\]–—-]+$/gu, '').replace(/\s+/gu, ' ');
}
