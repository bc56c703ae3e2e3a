import { isMenu } from './menu.js';
import type { ExtractionRules } from './rules.js';
import { endsSentence, foldText } from './text.js';

/** Zero-width and soft-hyphen characters: invisible on the page, they break words and patterns. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;

/** A list item or a turn of a dialogue: `- …`, `• …`, `1) …`. */
const ITEM = /^(?:[-–—•●▪*·]\s*[\p{L}\d“"«]|\d{1,2}[.)]\s+\p{L})/u;

/** Whether the line is a list item or a turn of a dialogue. */
export function isItem(text: string): boolean {
  return ITEM.test(text);
}

/**
 * The lines of a page: white space made single, invisible characters, icon names and the wrapping
 * of long lines taken away, paragraphs that were broken in mid-sentence joined.
 *
 * @example splitLines('seeBaxış sayı:121\r\n\r\nclose', rules) // ['Baxış sayı:121']
 */
export function splitLines(page: string, rules: ExtractionRules): string[] {
  const blocks = page
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => cleanLine(line, rules));
  return joinParagraphs(joinLabels(unwrapBlocks(blocks), rules), rules);
}

function cleanLine(line: string, rules: ExtractionRules): string {
  const single = line.replace(/\s+/gu, ' ').trim();
  const text = single.replace(rules.icon, '').replace(/^\|\s*|\s*\|$/gu, '');
  return rules.noise.some((pattern) => pattern.test(foldText(text))) ? '' : text;
}

/** Blank lines part blocks; the lines of a block that was wrapped at a column become one. */
function unwrapBlocks(lines: readonly string[]): string[] {
  const unwrapped: string[] = [];
  let block: string[] = [];
  for (const line of [...lines, '']) {
    if (line !== '') block.push(line);
    else if (block.length > 0) {
      unwrapped.push(...(isWrapped(block) ? [block.join(' ')] : block));
      block = [];
    }
  }
  return unwrapped;
}

const WRAP_WIDTH = { least: 45, most: 120 };

function isWrapped(block: readonly string[]): boolean {
  const full = block.slice(0, -1);
  const inside = (line: string): boolean =>
    line.length >= WRAP_WIDTH.least && line.length <= WRAP_WIDTH.most;
  if (full.length < 2 || !full.every(inside) || block.some(isItem)) return false;
  const broken = full.filter((line) => !endsSentence(line)).length;
  const continued = block.slice(1).filter((line) => /^\p{Ll}/u.test(line)).length;
  return broken > full.length / 2 && continued > full.length / 3;
}

/** A label on a line of its own takes the value from the next line. */
function joinLabels(lines: readonly string[], rules: ExtractionRules): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const previous = joined.at(-1);
    if (previous !== undefined && isBareLabel(previous, rules))
      joined.splice(-1, 1, `${previous} ${line}`);
    else joined.push(line);
  }
  return joined;
}

function isBareLabel(line: string, rules: ExtractionRules): boolean {
  const folded = foldText(line);
  return Object.values(rules.labelStarts).some(
    (label) => label.exec(folded)?.[0].length === folded.length,
  );
}

/** Shorter lines without a final stop are headlines and menu entries, not broken paragraphs. */
const LEAST_BROKEN = 60;

function joinParagraphs(lines: readonly string[], rules: ExtractionRules): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const previous = joined.at(-1);
    if (previous !== undefined && isBroken(previous) && continues(line, rules)) {
      joined.splice(-1, 1, `${previous} ${line}`);
    } else joined.push(line);
  }
  return joined;
}

function isBroken(line: string): boolean {
  return line.length >= LEAST_BROKEN && !/[.!?…:;]["”»'’)\]]*$/u.test(line);
}

function continues(line: string, rules: ExtractionRules): boolean {
  return /^\p{Ll}/u.test(line) && !isMenu(line, rules) && !/^\S+:/u.test(line);
}
