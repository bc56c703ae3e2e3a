import { access } from 'node:fs/promises';
import { FetchError } from './fetch-error.js';
import type { ListingContext } from './listing.js';
import { tooMany } from './removal-share.js';
import { getOptions } from './web-get.js';
import type { Source } from './source-shapes.js';
import type { KnownEntry } from './state.js';

/** What a listing does not list any more. */
export interface Gone {
  /** Entries whose pages are not there any more. */
  readonly keys: readonly string[];
  /** Entries whose pages still are, though they are not listed. */
  readonly unlisted: readonly KnownEntry[];
  /** Why nothing is to be removed. */
  readonly refused?: string;
}

/** A page that left its listing is looked at again so often, */
const LOOK_AGAIN_MS = 7 * 24 * 3600 * 1000;
/** and so many of them in one run. */
const MOST_LOOKED_AT = 50;

/**
 * Looks for what is gone. What the whole listing of a source does not list is asked for: only 404
 * and 410 mean that it is gone. When too much is missing the listing is not believed, and nothing
 * is asked for.
 */
export async function findGone(
  listed: ReadonlySet<string>,
  source: Source,
  context: ListingContext,
  acceptRemovals: boolean,
): Promise<Gone> {
  const known = context.state.entries(source.id);
  const before = known.filter(({ unlisted }) => unlisted === undefined);
  const missing = before.filter(({ key }) => !listed.has(key));
  const refused = refusal(listed.size, missing.length, before.length, source);
  if (refused !== undefined && !acceptRemovals) return { keys: [], unlisted: [], refused };
  const due = known
    .filter(({ key, unlisted }) => unlisted !== undefined && !listed.has(key))
    .filter(({ checked }) => context.now() - checked > LOOK_AGAIN_MS)
    .slice(0, MOST_LOOKED_AT);
  const gone = await lookAt([...missing, ...due], source, context);
  const many = tooMany(gone.keys.length, known.length, source);
  return many === undefined || acceptRemovals ? gone : { keys: [], unlisted: [], refused: many };
}

function refusal(
  listed: number,
  missing: number,
  before: number,
  source: Source,
): string | undefined {
  if (missing > 0 && listed === 0) return 'the listing came back empty';
  return tooMany(missing, before, source);
}

async function lookAt(
  entries: readonly KnownEntry[],
  source: Source,
  context: ListingContext,
): Promise<Gone> {
  const keys: string[] = [];
  const unlisted: KnownEntry[] = [];
  for (const entry of entries) {
    if (context.signal?.aborted) break;
    const there = await isThere(entry, source, context);
    if (there === false) keys.push(entry.key);
    if (there === true) unlisted.push(seenUnlisted(entry, context.now()));
  }
  return { keys, unlisted };
}

const seenUnlisted = (entry: KnownEntry, now: number): KnownEntry => ({
  ...entry,
  unlisted: entry.unlisted ?? now,
  checked: now,
});

/** Undefined when it cannot be told. */
async function isThere(
  { address }: KnownEntry,
  source: Source,
  context: ListingContext,
): Promise<boolean | undefined> {
  if (source.kind === 'folder') {
    return access(address).then(
      () => true,
      (error: unknown) => (isMissing(error) ? false : undefined),
    );
  }
  try {
    const options = { ...getOptions(source, context), accepts: () => true };
    const { status } = await context.fetcher.get(address, options);
    return status !== 404 && status !== 410;
  } catch (error) {
    context.signal?.throwIfAborted();
    if (error instanceof FetchError) return undefined;
    throw error;
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
