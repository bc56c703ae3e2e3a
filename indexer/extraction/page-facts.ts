import type { TextSpan } from './body.js';
import type { Line } from './classify.js';
import type { Meta } from './meta.js';
import type { PageRecord } from './page.js';
import type { FoundTitle } from './title.js';

/** Dates that part the text: the one above it is the first of them, not when it was published. */
export function isChronicle(text: readonly Line[], above: readonly Meta[]): boolean {
  const isOther = (line: Line): boolean =>
    line.meta?.dateOnly === true && above.every((meta) => meta.date !== line.meta?.date);
  return above.every((meta) => meta.dateOnly) && text.some(isOther);
}

/** Metadata that speaks of this article: below the title, or directly above it. */
export function metasAround(
  lines: readonly Line[],
  found: FoundTitle | undefined,
  first: number,
): Meta[] {
  const title =
    found?.at ?? lines.slice(0, first).findLastIndex((line) => line.kind !== 'meta') + 1;
  const above = lines.slice(0, title);
  const adjacent = above.slice(above.findLastIndex((line) => line.kind !== 'meta') + 1);
  return [...lines.slice(title, first), ...adjacent.toReversed()].flatMap(
    (line) => line.meta ?? [],
  );
}

/**
 * Metadata below the text. An unlabelled date counts only directly below text or signature: further
 * down it is that of another story.
 */
export function metasBelow(lines: readonly Line[], span: TextSpan): Meta[] {
  const below = lines.slice(span.end, span.cut);
  const far = below.findIndex((line, at) => at > 2 && line.kind !== 'meta');
  return below.flatMap((line, at) => {
    if (line.meta === undefined) return [];
    const { date, ...rest } = line.meta;
    return date !== undefined && (far < 0 || at < far) ? [line.meta] : [rest];
  });
}

export function collectFacts(
  metas: readonly Meta[],
): Omit<PageRecord, 'body' | 'title' | 'subtitle'> {
  const first = <Key extends keyof Meta>(key: Key): Meta[Key] | undefined =>
    metas.find((meta) => meta[key] !== undefined)?.[key];
  const [date, archivedAt, source, url, tags] = [
    first('date'),
    first('archivedAt'),
    first('source'),
    first('url'),
    first('tags'),
  ];
  return {
    ...first('byline'),
    ...(date !== undefined && { date }),
    ...(archivedAt !== undefined && { archivedAt }),
    ...(source !== undefined && { source }),
    ...(url !== undefined && { url }),
    ...(tags !== undefined && { tags }),
  };
}
