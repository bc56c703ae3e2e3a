import type { Line } from './classify.js';
import { readByline } from './person.js';
import type { ExtractionRules } from './rules.js';
import { countWords, foldText } from './text.js';

/** The title and the line where it stands. */
export interface FoundTitle {
  readonly title: string;
  readonly at: number;
}

/** A line that may be the title, in a group of lines that nothing else parts. */
interface Candidate extends FoundTitle {
  readonly crumb: boolean;
  readonly group: number;
  /** Below the heading of a list of other stories. */
  readonly listed: boolean;
}

/**
 * Finds the title among the lines above the text. Undefined when none of them can be one.
 *
 * A line printed twice, or with the date below it, is likelier the title than others; of equals in
 * one group the first, since the subtitle follows; of equals in groups parted by menus the last,
 * since the site's own name and slogan come first.
 *
 * @param head lines above the running text
 * @example the first of `Yeni park açıldı`, `Sakinlər razıdır`, `05.03.2024 14:30`
 */
export function findTitle(head: readonly Line[], rules: ExtractionRules): FoundTitle | undefined {
  const candidates = listCandidates(head, rules);
  const scored = candidates.map((candidate) => ({
    ...candidate,
    score: score(candidate, candidates, head),
  }));
  const [best] = scored.toSorted((a, b) => b.score - a.score || b.group - a.group || a.at - b.at);
  return best;
}

function listCandidates(head: readonly Line[], rules: ExtractionRules): Candidate[] {
  const candidates: Candidate[] = [];
  let group = 0;
  let listed = false;
  for (const [at, line] of head.entries()) {
    const title = titleOf(line);
    if (line.kind === 'tail') listed = true;
    if (title === undefined || line.kind === 'crumb') group += 1;
    if (title === undefined || readByline(title, rules) !== undefined) continue;
    candidates.push({ title, at, group, listed, crumb: line.kind === 'crumb' });
  }
  return candidates;
}

function titleOf(line: Line): string | undefined {
  if (line.kind === 'crumb') return countWords(line.last ?? '') > 1 ? line.last : undefined;
  const asks = line.kind === 'remark' && !/(?<!\.)[.,:;]["”»]*$/u.test(line.text);
  return line.kind === 'loose' || asks ? line.text : undefined;
}

function score(
  candidate: Candidate,
  candidates: readonly Candidate[],
  head: readonly Line[],
): number {
  const { title, at, crumb } = candidate;
  const twice = candidates.some((other) => other.at !== at && isSame(other.title, title));
  return (
    (twice && !crumb ? 4 : 0) +
    (isDatedBelow(candidate, candidates, head) ? 3 : 0) +
    (countWords(title) >= 2 ? 2 : 0) +
    (isDate(head[at - 1]) ? 1 : 0) -
    (crumb ? 1 : 0) -
    (candidate.listed ? 4 : 0)
  );
}

/** A title may have a subtitle between itself and the date; a list of headlines is longer. */
const LONGEST_GROUP = 2;

function isDatedBelow(
  { at, group, crumb }: Candidate,
  candidates: readonly Candidate[],
  head: readonly Line[],
): boolean {
  const members = candidates.filter((other) => other.group === group);
  const last = members.at(-1)?.at ?? at;
  if (crumb || (members.length > LONGEST_GROUP && at !== last)) return false;
  return isDate(head.slice(last + 1).find((line) => line.kind !== 'menu'));
}

/** Metadata of an article; a mere time or a day without its year is that of a list. */
function isDate(line: Line | undefined): boolean {
  return line?.meta !== undefined && (line.meta.date !== undefined || !line.meta.stamped);
}

function isSame(a: string, b: string): boolean {
  return foldText(a) === foldText(b);
}
