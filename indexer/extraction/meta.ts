import { readPieces } from './meta-pieces.js';
import type { Byline } from './person.js';
import type { ExtractionRules } from './rules.js';
import { cleanSource } from './source-name.js';
import { foldText } from './text.js';

/** What a line beside the text says about the article. */
export interface Meta {
  /** When it was published, as far as this line says. */
  readonly date?: string;
  /** The line bears a date or a time, complete or not: in a list of headlines they all do. */
  readonly stamped: boolean;
  /** Nothing but a date: inside a text it can be a heading of a chronicle. */
  readonly dateOnly: boolean;
  readonly archivedAt?: string;
  readonly byline?: Byline;
  readonly source?: string;
  readonly url?: string;
  readonly tags?: readonly string[];
}

const PLAIN: Meta = { stamped: false, dateOnly: false };

/**
 * Reads a line that holds only what stands beside a text: dates, counters, labels with their
 * values, an agency's dateline. Undefined for every other line.
 *
 * @example readMeta('Müəllif: Aynur Quliyeva | 05.03.2024 | Oxunub: 12', rules)?.byline?.author // 'Aynur Quliyeva'
 */
export function readMeta(text: string, rules: ExtractionRules): Meta | undefined {
  return (
    readArchived(text, rules) ??
    readProvenance(text, rules) ??
    readTags(text, rules) ??
    readPieces(text, rules)
  );
}

function readArchived(text: string, rules: ExtractionRules): Meta | undefined {
  for (const pattern of rules.archived) {
    const when = pattern.exec(foldText(text))?.groups?.['date'];
    const instant = when === undefined ? undefined : rules.findDates(when)[0]?.instant;
    if (instant !== undefined) return { ...PLAIN, archivedAt: instant };
  }
  return undefined;
}

function readProvenance(text: string, rules: ExtractionRules): Meta | undefined {
  for (const pattern of [...rules.provenanceLines, ...rules.datelines]) {
    const match = pattern.exec(foldText(text));
    const span = match?.indices?.groups?.['source'];
    if (span !== undefined) return { ...PLAIN, source: cleanSource(text.slice(...span)) };
    if (match !== null) return PLAIN;
  }
  return undefined;
}

function readTags(text: string, rules: ExtractionRules): Meta | undefined {
  const label = rules.labelStarts.tags.exec(foldText(text))?.[0].length;
  const hashed = /^(?:#[\p{L}\d_]+[\s,]*)+$/u.test(text);
  if (label === undefined && !hashed) return undefined;
  const tags = text.slice(label ?? 0).split(hashed ? /[\s,]+/u : /[,;|#]/u);
  const clean = tags.map((tag) => tag.replace(/^#/u, '').replace(/\.$/u, '').trim());
  return { ...PLAIN, tags: clean.filter((tag) => tag !== '') };
}
