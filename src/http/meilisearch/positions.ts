import { SEARCHABLE, type AttributeName } from './attributes.js';
import type { FlatDocument } from './document.js';
import type { FindMarks } from './formatted.js';

/** Where a value meets the query: in bytes of UTF-8, as Meilisearch counts. */
export interface MatchPosition {
  readonly start: number;
  readonly length: number;
  /** Which of a list's values it is. */
  readonly indices?: readonly number[];
}

export type MatchPositions = Readonly<Partial<Record<AttributeName, readonly MatchPosition[]>>>;

/**
 * `_matchesPosition`: of every attribute in which something is met.
 *
 * @example matchPositions({ title: 'Şərq nefti' }, findMarks) // { title: [{ start: 7, length: 5 }] }
 */
export function matchPositions(document: FlatDocument, findMarks: FindMarks): MatchPositions {
  const found = SEARCHABLE.map((name) => {
    const value = document[name];
    const inText = (text: string) => positionsIn(text, findMarks(name, text, false));
    if (typeof value === 'string') return [name, inText(value)] as const;
    const values = typeof value === 'object' ? value : [];
    const positions = values.flatMap((text, at) =>
      inText(text).map((position) => ({ ...position, indices: [at] })),
    );
    return [name, positions] as const;
  });
  return Object.fromEntries(found.filter(([, positions]) => positions.length > 0));
}

function positionsIn(
  text: string,
  marks: readonly { readonly start: number; readonly end: number }[],
): MatchPosition[] {
  return marks.map(({ start, end }) => ({
    start: Buffer.byteLength(text.slice(0, start)),
    length: Buffer.byteLength(text.slice(start, end)),
  }));
}
