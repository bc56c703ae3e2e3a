import { findText } from './body.js';
import type { TextSpan } from './body.js';
import { classifyLine } from './classify.js';
import type { Line } from './classify.js';
import { splitLines } from './lines.js';
import { collectFacts, isChronicle, metasAround, metasBelow } from './page-facts.js';
import { readByline } from './person.js';
import type { Byline } from './person.js';
import type { ExtractionRules } from './rules.js';
import { readSignature } from './signature.js';
import { countWords, foldText } from './text.js';
import { findTitle } from './title.js';
import type { FoundTitle } from './title.js';

/** What a page says, with the fields of a record; what it does not say is absent. */
export interface PageRecord {
  readonly title?: string;
  readonly subtitle?: string;
  readonly author?: string;
  readonly authorRole?: string;
  /** RFC 3339, Asia/Baku. */
  readonly date?: string;
  readonly archivedAt?: string;
  readonly source?: string;
  readonly url?: string;
  readonly tags?: readonly string[];
  /** Paragraphs parted by an empty line; empty when the page has a title alone. */
  readonly body: string;
}

/**
 * Finds the article in the raw text of a saved page: menus, counters, sidebars and lists of other
 * stories are left out, title, author and dates are told apart. Pure; works by general rules on
 * the kinds of lines, with words from `config/extraction.json`.
 *
 * @example extractPage('Yeni park\n05.03.2024 [14:30]\nBakıda bu gün yeni bir park açılıb və …', rules)
 * // { title: 'Yeni park', date: '2024-03-05T14:30:00+04:00', body: 'Bakıda bu gün …' }
 */
export function extractPage(text: string, rules: ExtractionRules): PageRecord {
  const lines = splitLines(text, rules).map((line) => classifyLine(line, rules));
  const span = findText(lines, rules);
  return span === undefined ? readHeadline(lines, rules) : readArticle(lines, span, rules);
}

/** A page without running text has an article only when a dated headline says so. */
function readHeadline(lines: readonly Line[], rules: ExtractionRules): PageRecord {
  const found = findTitle(lines, rules);
  const dates = found === undefined ? [] : metasAround(lines, found, lines.length);
  if (found === undefined || countWords(found.title) < 3) return { body: '' };
  return dates.some((meta) => meta.date !== undefined)
    ? { title: found.title, ...collectFacts(dates), body: '' }
    : { body: '' };
}

function readArticle(lines: readonly Line[], span: TextSpan, rules: ExtractionRules): PageRecord {
  const found = findTitle(lines.slice(0, span.first), rules);
  const signature = readSignature(lines, span, rules);
  const head = readHead(lines, found, span.first, rules);
  const below = metasBelow(lines, { ...span, end: signature.end });
  const text = lines.slice(span.first, signature.end);
  const above = metasAround(lines, found, span.first);
  const chronicle = isChronicle(text, above);
  const facts = collectFacts([...(chronicle ? [] : above), ...below]);
  const byline = facts.author === undefined ? (head.byline ?? signature.byline) : undefined;
  const dates = chronicle ? lines.slice(0, span.first).filter((line) => line.meta?.dateOnly) : [];
  const body = [...head.body, ...dates, ...text];
  return {
    ...(found && { title: found.title }),
    ...(head.subtitle !== undefined && { subtitle: head.subtitle }),
    ...byline,
    ...facts,
    body: joinBody(body, found?.title),
  };
}

interface Head {
  readonly subtitle?: string;
  readonly byline?: Byline;
  /** Lines above the first full sentence that belong to the text. */
  readonly body: readonly Line[];
}

/** The lines between the title and the text: a byline, a subtitle, or the beginning of the text. */
function readHead(
  lines: readonly Line[],
  found: FoundTitle | undefined,
  first: number,
  rules: ExtractionRules,
): Head {
  if (found === undefined) return { body: [] };
  const between = lines.slice(found.at + 1, first).filter((line) => !isTitle(line, found.title));
  const own = between.slice(between.findLastIndex((line) => line.kind === 'tail') + 1);
  const bylines = own.map((line) =>
    line.kind === 'loose' ? readByline(line.text, rules) : undefined,
  );
  const byline = bylines.find((read) => read !== undefined);
  const rest = own.filter((line, at) => isBodyKind(line) && bylines[at] === undefined);
  const subtitle =
    rest[0]?.kind === 'loose' && countWords(rest[0].text) >= 3 ? rest[0].text : undefined;
  const body = subtitle === undefined ? rest : rest.slice(1);
  return { ...(subtitle !== undefined && { subtitle }), ...(byline && { byline }), body };
}

function isTitle(line: Line, title: string): boolean {
  return foldText(line.text) === foldText(title) || line.kind === 'crumb';
}

function isBodyKind(line: Line): boolean {
  return ['sentence', 'remark', 'item', 'loose'].includes(line.kind);
}

function joinBody(lines: readonly Line[], title: string | undefined): string {
  const kept: Line[] = [];
  let aside = false;
  for (const line of lines) {
    if (line.kind === 'aside') aside = true;
    else if (line.kind === 'sentence' || line.kind === 'item') aside = false;
    const belongs = isBodyKind(line) || line.meta?.dateOnly === true;
    if (belongs && !aside && (kept.length > 0 || line.text !== title)) kept.push(line);
  }
  return kept
    .map((line, at) =>
      at === 0 ? line.text : `${line.kind === 'item' ? '\n' : '\n\n'}${line.text}`,
    )
    .join('');
}
