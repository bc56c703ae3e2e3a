import { RecordError } from '../../indexer/sources/source.js';
import { HtmlError } from '../../indexer/sources/web/dom.js';
import { XmlError } from '../../indexer/sources/web/xml.js';
import type { SearchEngine } from '../../indexer/engine.js';
import type { ArticleWriter } from './article-writer.js';
import { FetchError, isPassing } from './fetch-error.js';
import type { Listed, Listing, ListingEnd, Reading } from './listing.js';
import { tooMany } from './removal-share.js';
import type { Tally } from './report.js';
import type { Source } from './source-shapes.js';
import type { KnownEntry, SyncState } from './state.js';

export interface ReadDeps {
  readonly source: Source;
  readonly state: SyncState;
  readonly engine: Pick<SearchEngine, 'remove'>;
  readonly writer: ArticleWriter;
  readonly tally: Tally;
  readonly dryRun: boolean;
  /** Whether many articles may be gone at once. */
  readonly acceptRemovals: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly now: () => number;
  readonly onEntry: () => void;
  readonly onRefusal: (reason: string) => void;
}

/** What came of reading all that a source lists. */
export interface ReadEnd {
  /** Undefined when reading was stopped before the end of the listing. */
  readonly listing: ListingEnd | undefined;
  readonly listed: ReadonlySet<string>;
  /** Of pages that the operator lists: those that are not there. */
  readonly gone: readonly string[];
  /** Something failed that may do better next time. */
  readonly again: boolean;
}

const DAY_MS = 24 * 3600 * 1000;
/** A server that fails so many times in a row is left alone until the next run. */
const MOST_FAILURES_IN_A_ROW = 5;

/** A source that cannot be read any further in this run. */
export class GivenUpError extends Error {
  override readonly name = 'GivenUpError';
}

/** Reads what a listing leads to, entry by entry, and hands the articles to the writer. */
export async function readEntries(listing: Listing, deps: ReadDeps): Promise<ReadEnd> {
  const listed = new Set<string>();
  const gone: string[] = [];
  let [again, inARow] = [false, 0];
  for (;;) {
    const next = await listing.next();
    if (next.done) {
      addAlso(next.value, listed, deps.tally);
      return { listing: next.value, listed, gone, again };
    }
    if (deps.signal?.aborted) return { listing: undefined, listed, gone, again };
    listed.add(next.value.key);
    const failure = await readEntry(next.value, deps, gone);
    deps.onEntry();
    again ||= failure !== undefined;
    inARow = failure === undefined ? 0 : inARow + 1;
    if (failure?.code === 'paused') throw new GivenUpError(failure.message);
    if (inARow >= MOST_FAILURES_IN_A_ROW) {
      throw new GivenUpError(`given up after ${inARow} failures in a row; the next run goes on`);
    }
  }
}

function addAlso({ also = new Set() }: ListingEnd, listed: Set<string>, { counts }: Tally): void {
  for (const key of also) {
    if (!listed.has(key)) counts.unchanged++;
    listed.add(key);
  }
}

/** Returns what failed and may do better next time. */
async function readEntry(
  entry: Listed,
  deps: ReadDeps,
  gone: string[],
): Promise<FetchError | undefined> {
  const { state, source, tally, writer } = deps;
  const known = state.entry(source.id, entry.key);
  if (known && isUpToDate(entry, known, deps.now())) {
    if (known.unlisted !== undefined) await writer.settle({ ...known, unlisted: undefined });
    tally.counts.unchanged++;
    return undefined;
  }
  try {
    const reading = await entry.read(known);
    if (reading.kind === 'gone' && source.kind === 'pages') gone.push(entry.key);
    else await settle(entry, known, reading, deps);
    return undefined;
  } catch (error) {
    return await failed(entry, error, deps);
  }
}

function isUpToDate(entry: Listed, known: KnownEntry, now: number): boolean {
  const fresh = now - known.checked < (entry.recheckAfter ?? DAY_MS);
  if (known.problem !== undefined) return fresh && known.stamp === entry.stamp;
  return entry.stamp === undefined ? fresh : known.stamp === entry.stamp;
}

async function settle(
  entry: Listed,
  known: KnownEntry | undefined,
  reading: Reading,
  deps: ReadDeps,
): Promise<void> {
  const { tally, writer } = deps;
  const { key, address, stamp } = entry;
  const seen = { key, address, stamp, checked: deps.now() };
  if (reading.kind === 'gone') throw new FetchError('status', 'is listed, but is not there (404)');
  if (reading.kind === 'unchanged') {
    tally.counts.unchanged++;
    const { etag, lastModified } = known ?? {};
    return writer.settle({ ...seen, etag, lastModified });
  }
  const { etag, lastModified } = reading;
  const { ids, broken } = await takeItems(entry, reading.items, deps);
  const articles = await dropVanished(entry, ids, broken, deps);
  // A file that is half written is read again.
  return writer.settle({ ...seen, ...(broken ? { stamp: '' } : {}), etag, lastModified, articles });
}

type Items = Extract<Reading, { kind: 'read' }>['items'];

async function takeItems(entry: Listed, items: Items, { writer, tally }: ReadDeps) {
  const ids: string[] = [];
  let broken = false;
  for await (const item of items) {
    if ('reason' in item) {
      broken = true;
      tally.fail(item.place, item.reason);
    } else {
      ids.push(item.article.id);
      await writer.take(item.article, item.article.url ?? entry.address);
    }
  }
  return { ids, broken };
}

/** Articles that the entry does not have any more; returns those that it holds from now on. */
async function dropVanished(
  { key, address }: Listed,
  ids: readonly string[],
  broken: boolean,
  deps: ReadDeps,
): Promise<readonly string[]> {
  const { state, source } = deps;
  const before = state.articlesOf(source.id, key);
  const vanished = before.filter((id) => !ids.includes(id));
  if (vanished.length === 0) return ids;
  const all = [...ids, ...vanished];
  if (broken || !source.removals) return all;
  const refusal = tooMany(vanished.length, before.length, source);
  if (refusal !== undefined && !deps.acceptRemovals) {
    deps.onRefusal(`${address}: ${refusal}`);
    return all;
  }
  const only = new Set(state.heldOnlyBy(source.id, [key]));
  await removeArticles(
    vanished.filter((id) => only.has(id)),
    [],
    deps,
  );
  return ids;
}

/** Removes articles from the index, and then from what is remembered. */
export async function removeArticles(
  ids: readonly string[],
  keys: readonly string[],
  { engine, state, source, tally, dryRun }: ReadDeps,
): Promise<void> {
  tally.counts.removed += ids.length;
  if (dryRun) {
    for (const id of ids) {
      const title = state.article(id)?.title ?? '';
      tally.wouldDo.push({ what: 'remove', id, title, address: '' });
    }
    return;
  }
  if (ids.length > 0) await engine.remove(ids);
  state.forgetEntries(source.id, keys, ids);
}

/** Tells what failed; what will not do better by itself is remembered, so as not to be read daily. */
async function failed(
  { key, address, stamp }: Listed,
  error: unknown,
  { signal, tally, writer, state, source, now }: ReadDeps,
): Promise<FetchError | undefined> {
  signal?.throwIfAborted();
  const expected = [FetchError, HtmlError, XmlError, RecordError].some(
    (kind) => error instanceof kind,
  );
  if (!expected || !(error instanceof Error)) throw error;
  tally.fail(address, error.message);
  if (error instanceof FetchError && isPassing(error)) return error;
  const articles = state.articlesOf(source.id, key);
  await writer.settle({ key, address, stamp, checked: now(), problem: error.message, articles });
  return undefined;
}
