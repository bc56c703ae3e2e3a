import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { parse } from 'csv-parse';
import type { Parser } from 'csv-parse';
import { z } from 'zod';
import { MAX_RECORD_BYTES } from './source.js';
import type { RawItem } from './source.js';
import { NOT_UTF8 } from './text.js';

const Row = z.object({
  record: z.array(z.string()),
  info: z.object({ lines: z.number(), bytes: z.number() }),
});

/** Columns that hold several values in one cell, separated by `;` or `|`. */
const LISTS: ReadonlySet<string> = new Set(['topics', 'tags']);

/**
 * Reads CSV with a header line; columns are named as the fields of a JSON record. The separator
 * (`,`, `;` or tab) is the one the header uses.
 */
export async function* readCsv(path: string): AsyncGenerator<RawItem> {
  const skipped: string[] = [];
  const parser = openCsv(path, await findDelimiter(path), skipped);
  let header: readonly string[] | undefined;
  let bytesRead = 0;
  for await (const chunk of parser) {
    const { record: cells, info } = Row.parse(chunk);
    bytesRead = info.bytes;
    const place = `${path}:${firstLine(cells, info.lines)}`;
    if (header === undefined) header = cells.map((cell) => cell.trim());
    else yield { place, bytesRead, ...toRecord(header, cells) };
    for (const reason of skipped.splice(0))
      yield { place: `${path}:${info.lines}`, bytesRead, reason };
  }
  for (const reason of skipped) yield { place: `${path}:${parser.info.lines}`, bytesRead, reason };
}

function openCsv(path: string, delimiter: string, skipped: string[]): Parser {
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    max_record_size: MAX_RECORD_BYTES,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      skipped.push(error?.message ?? 'not valid CSV');
      return undefined;
    },
  });
  createReadStream(path)
    .on('error', (error) => parser.destroy(error))
    .pipe(parser);
  return parser;
}

/** A cell may hold line breaks, and the parser counts lines at the end of the record. */
function firstLine(cells: readonly string[], lastLine: number): number {
  return lastLine - cells.join('').split('\n').length + 1;
}

function toRecord(
  header: readonly string[],
  cells: readonly string[],
): { record: unknown } | { reason: string } {
  if (cells.length !== header.length) {
    return { reason: `expected ${header.length} columns as in the header, found ${cells.length}` };
  }
  if (cells.some((cell) => cell.includes('\uFFFD'))) return { reason: NOT_UTF8 };
  return {
    record: Object.fromEntries(header.map((name, at) => [name, toValue(name, cells[at] ?? '')])),
  };
}

function toValue(column: string, cell: string): unknown {
  if (LISTS.has(column)) return cell.split(/[;|]/);
  return column === 'titleDerived' ? cell.trim() === 'true' || null : cell;
}

const DELIMITERS = [',', ';', '\t'] as const;

async function findDelimiter(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(64 * 1024) });
    const header = buffer.toString('utf8', 0, bytesRead).split(/\r?\n/, 1)[0] ?? '';
    const count = (delimiter: string): number => header.split(delimiter).length;
    return DELIMITERS.toSorted((a, b) => count(b) - count(a))[0] ?? ',';
  } finally {
    await file.close();
  }
}
