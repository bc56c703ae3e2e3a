import { z } from 'zod';
import type { Place, Sort } from '../../indexer/engine.js';

/** A cursor that was not made by us, or not for this order. */
export class CursorError extends Error {
  override readonly name = 'CursorError';
}

const Cursor = z.strictObject({
  s: z.enum(['date:desc', 'date:asc']),
  t: z.number().optional(),
  n: z.int(),
});

/**
 * A place in the order of dates as text that goes into an address.
 *
 * @example writeCursor({ time: 1761163200, n: 7 }, 'date:desc') // 'eyJzIjoiZGF0ZTpkZXNjI…'
 */
export const writeCursor = ({ time, n }: Place, sort: Sort): string =>
  Buffer.from(JSON.stringify({ s: sort, t: time, n })).toString('base64url');

/** @throws CursorError */
export function readCursor(text: string, sort: Sort): Place {
  const parsed = Cursor.safeParse(parseJson(Buffer.from(text, 'base64url').toString()));
  if (!parsed.success) throw new CursorError('expected the "next" of an answer');
  const { s, t: time, n } = parsed.data;
  if (s !== sort) throw new CursorError(`expected sort=${s}, as in the answer that gave it`);
  return { ...(time === undefined ? {} : { time }), n };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
