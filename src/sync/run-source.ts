import type { DocumentMaker } from '../../indexer/document.js';
import { EngineError, type SearchEngine } from '../../indexer/engine.js';
import { XmlError } from '../../indexer/sources/web/xml.js';
import { InputError } from '../../indexer/sources/source.js';
import type { SimilarService } from '../search/similar.js';
import { createWriter, type ArticleWriter } from './article-writer.js';
import { FetchError } from './fetch-error.js';
import { listSource } from './list-source.js';
import type { ListingContext } from './listing.js';
import {
  GivenUpError,
  readEntries,
  removeArticles,
  type ReadDeps,
  type ReadEnd,
} from './read-entries.js';
import { findGone } from './removals.js';
import { tooMany } from './removal-share.js';
import { createTally, type SourceReport, type Tally } from './report.js';
import { findSameStories } from './same-story.js';
import type { Source } from './source-shapes.js';

/** How far a run of a source is. */
export interface RunProgress {
  readonly source: string;
  /** Entries looked at. */
  readonly done: number;
  readonly counts: Readonly<Tally['counts']>;
}

export interface RunDeps extends ListingContext {
  readonly engine: Pick<SearchEngine, 'upsert' | 'remove'>;
  readonly toDocument: DocumentMaker;
  /** Finds what others tell of a story; absent where nobody wants to know. */
  readonly similar?: SimilarService | undefined;
  readonly dryRun: boolean;
  readonly acceptRemovals: boolean;
  readonly onProgress: (progress: RunProgress) => void;
}

/**
 * Reads one source and brings the index in step with it. What goes wrong with the source is in the
 * report; when the engine fails the run ends there, and the next one goes on.
 */
export async function runSource(source: Source, deps: RunDeps): Promise<SourceReport> {
  const started = deps.now();
  const tally = createTally();
  const writer = createWriter({ ...deps, source, tally });
  const refusals: string[] = [];
  const outcome = await attempt(source, deps, tally, writer, refusals);
  const sameStory = deps.similar ? await findSameStories(writer.added, deps.similar) : [];
  return {
    source: source.id,
    startedAt: new Date(started).toISOString(),
    milliseconds: deps.now() - started,
    outcome,
    ...tally.counts,
    failures: tally.failures,
    ...(refusals.length > 0 ? { removalsRefused: refusals.join('; ') } : {}),
    duplicates: tally.duplicates,
    sameStory,
    ...(deps.dryRun ? { wouldDo: tally.wouldDo } : {}),
  };
}

async function attempt(
  source: Source,
  deps: RunDeps,
  tally: Tally,
  writer: ArticleWriter,
  refusals: string[],
): Promise<SourceReport['outcome']> {
  const read = readDeps(source, deps, tally, writer, (reason) => refusals.push(reason));
  try {
    const end = await readEntries(listSource(source, deps), read);
    await writer.flush();
    if (!end.listing) return 'stopped';
    for (const { address, error } of end.listing.failures) tally.fail(address, messageOf(error));
    await removeGone(end, read, deps, refusals);
    const passed = !end.again && end.listing.failures.length === 0 && refusals.length === 0;
    if (passed && !deps.dryRun) deps.state.advance(source.id, { marks: end.listing.marks });
    return deps.signal?.aborted ? 'stopped' : 'done';
  } catch (error) {
    return await endEarly(error, source, deps, tally, writer);
  }
}

function readDeps(
  source: Source,
  deps: RunDeps,
  tally: Tally,
  writer: ArticleWriter,
  onRefusal: (reason: string) => void,
): ReadDeps {
  let done = 0;
  const onEntry = () =>
    deps.onProgress({ source: source.id, done: ++done, counts: { ...tally.counts } });
  return { ...deps, source, tally, writer, onEntry, onRefusal };
}

async function removeGone(
  end: ReadEnd,
  read: ReadDeps,
  deps: RunDeps,
  refusals: string[],
): Promise<void> {
  const { source, state, dryRun } = read;
  if (!source.removals || deps.signal?.aborted) return;
  const many = tooMany(end.gone.length, end.listed.size, source);
  if (many === undefined || deps.acceptRemovals) await removeKeys(end.gone, read);
  else refusals.push(many);
  if (!end.listing?.whole) return;
  const gone = await findGone(end.listed, source, deps, deps.acceptRemovals);
  if (gone.refused !== undefined) refusals.push(gone.refused);
  await removeKeys(gone.keys, read);
  if (!dryRun) state.advance(source.id, { entries: gone.unlisted });
}

const removeKeys = (keys: readonly string[], read: ReadDeps): Promise<void> =>
  removeArticles(read.state.heldOnlyBy(read.source.id, keys), keys, read);

/** What was read before is kept; what the source did wrong is told, what we did wrong is thrown. */
async function endEarly(
  error: unknown,
  source: Source,
  deps: RunDeps,
  tally: Tally,
  writer: ArticleWriter,
): Promise<SourceReport['outcome']> {
  if (!(error instanceof EngineError)) await writer.flush();
  if (deps.signal?.aborted) return 'stopped';
  const told = [FetchError, XmlError, InputError, GivenUpError, EngineError];
  if (!told.some((kind) => error instanceof kind)) throw error;
  tally.fail(placeOf(source), messageOf(error));
  return 'failed';
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** Where a source is found. */
function placeOf(source: Source): string {
  if (source.kind === 'folder') return source.path;
  return source.kind === 'pages' ? (source.urls[0] ?? '') : source.url;
}
