import type { Mark } from '../../search/highlight.js';
import { chooseAttributes, type AttributeName } from './attributes.js';
import { cropText } from './crop.js';
import type { AttributeValue, FlatDocument } from './document.js';

/** How texts are to be shown. */
export interface Format {
  readonly preTag: string;
  readonly postTag: string;
  readonly cropMarker: string;
  readonly highlighted: ReadonlySet<AttributeName>;
  /** Words to keep of each attribute that is cropped; 0 keeps all. */
  readonly cropped: ReadonlyMap<AttributeName, number>;
  /** What `_formatted` holds besides: all that is retrieved. */
  readonly retrieved: readonly AttributeName[];
}

/** Where an attribute's text meets the query; `cropped` texts need not be read to the end. */
export type FindMarks = (name: AttributeName, text: string, cropped: boolean) => readonly Mark[];

/** `_formatted`, when anything is to be highlighted or cropped. */
export function formatDocument(
  document: FlatDocument,
  format: Format,
  findMarks: FindMarks,
): FlatDocument | undefined {
  const changed = new Set([...format.highlighted, ...format.cropped.keys()]);
  if (changed.size === 0) return undefined;
  const shown = chooseAttributes([...changed, ...format.retrieved]);
  const texts = shown.flatMap((name) => {
    const value = document[name];
    return value === undefined
      ? []
      : [[name, formatValue(value, (text) => formatText(name, text, format, findMarks))] as const];
  });
  return Object.fromEntries(texts);
}

function formatValue(value: AttributeValue, format: (text: string) => string): AttributeValue {
  if (typeof value === 'string') return format(value);
  return typeof value === 'number' ? String(value) : value.map(format);
}

function formatText(name: AttributeName, text: string, format: Format, findMarks: FindMarks) {
  const highlight = format.highlighted.has(name);
  const length = format.cropped.get(name);
  if (!highlight && length === undefined) return text;
  const cropped = length !== undefined && length > 0;
  const marks = findMarks(name, text, cropped);
  const { start, end } = cropText(text, marks, length ?? 0);
  const inside = highlight ? marks.filter((mark) => start <= mark.start && mark.end <= end) : [];
  return [
    start > 0 ? format.cropMarker : '',
    tag(text, start, end, inside, format),
    end < text.length ? format.cropMarker : '',
  ].join('');
}

/** The stretch of a text with the caller's tags; nothing is escaped, as in Meilisearch. */
function tag(
  text: string,
  start: number,
  end: number,
  marks: readonly Mark[],
  { preTag, postTag }: Format,
): string {
  let done = start;
  const parts = marks.map((mark) => {
    const before = text.slice(done, mark.start);
    done = mark.end;
    return `${before}${preTag}${text.slice(mark.start, mark.end)}${postTag}`;
  });
  return parts.join('') + text.slice(done, end);
}
