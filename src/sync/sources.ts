import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { Source, SourcesFile, USUAL, type SourceInput } from './source-shapes.js';

/** Sources that cannot be used, or a change of them; the message names file and place. */
export class SourcesError extends Error {
  override readonly name = 'SourcesError';
}

/** The sources of a file, which an operator edits too. */
export interface SourcesStore {
  /** Reads the file, whatever has become of it; no file is no source. */
  read(): SourcesFile;
  add(source: SourceInput): Source;
  /** Replaces a source; its id stays. */
  change(id: string, source: SourceInput): Source;
  remove(id: string): void;
}

/** As the operator wrote it: what is usual is not written out. */
interface GivenFile {
  readonly contact?: unknown;
  readonly sources: readonly unknown[];
}

/**
 * The sources in `sources.json`; every call reads the file anew.
 *
 * @example openSources('data/sources.json').add({ id: 'xeber', kind: 'feed', url: 'https://a.az/rss' })
 * @throws SourcesError `data/sources.json: sources[2].url: expected an http or https address`
 */
export function openSources(file: string): SourcesStore {
  const read = () => parse(SourcesFile, readGiven(file), file);
  const write = (sources: readonly unknown[]) => {
    const next = { ...readGiven(file), sources };
    parse(SourcesFile, next, file);
    writeWhole(file, `${JSON.stringify(next, null, 2)}\n`);
  };
  const placeOf = (id: string): number => {
    const at = read().sources.findIndex((source) => source.id === id);
    if (at < 0) throw new SourcesError(`there is no source ${JSON.stringify(id)}`);
    return at;
  };
  return {
    read,
    add: (source) => {
      const added = parse(Source, source, 'the source');
      if (read().sources.some((other) => other.id === added.id)) {
        throw new SourcesError(`there is a source ${JSON.stringify(added.id)} already`);
      }
      write([...readGiven(file).sources, withoutUsual(added)]);
      return added;
    },
    change: (id, source) => {
      const at = placeOf(id);
      const changed = parse(Source, source, 'the source');
      if (changed.id !== id) throw new SourcesError('id: a source keeps its id');
      write(readGiven(file).sources.with(at, withoutUsual(changed)));
      return changed;
    },
    remove: (id) => {
      const at = placeOf(id);
      write(readGiven(file).sources.toSpliced(at, 1));
    },
  };
}

/** A file that people read says what is unusual. */
const withoutUsual = (source: Source): object =>
  Object.fromEntries(Object.entries(source).filter(([name, value]) => usual.get(name) !== value));

const usual = new Map<string, unknown>(Object.entries(USUAL));

const Given = z.looseObject({ sources: z.array(z.unknown()) });

function readGiven(file: string): GivenFile {
  if (!existsSync(file)) return { sources: [] };
  return parse(Given, parseJson(file), file);
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new SourcesError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function parse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  place: string,
): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) =>
    [place, z.core.toDotPath(path), message].filter((part) => part !== '').join(': '),
  );
  throw new SourcesError(lines.join('\n'));
}

/** After a crash the file holds the old text or the new, never half of one. */
function writeWhole(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.tmp`, text, { flush: true });
    renameSync(`${file}.tmp`, file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SourcesError(`${file}: cannot be written: ${reason}`, { cause: error });
  }
}
