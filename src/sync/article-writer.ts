import { createHash } from 'node:crypto';
import type { Article } from '../../indexer/article.js';
import type { DocumentMaker, SearchDocument } from '../../indexer/document.js';
import { DocumentsRefusedError, type SearchEngine } from '../../indexer/engine.js';
import { siteOf } from '../../indexer/sources/web/address.js';
import type { PlannedChange, Tally } from './report.js';
import { MOST_TOLD } from './report.js';
import type { Source } from './source-shapes.js';
import type { KnownArticle, KnownEntry, SyncState } from './state.js';

/** Pushes what has changed, and remembers it once the engine has it. */
export interface ArticleWriter {
  /** Takes an article of an entry that is being read. */
  take(article: Article, address: string): Promise<void>;
  /** Remembers an entry once everything that was taken of it is in the index. */
  settle(entry: KnownEntry & { readonly articles?: readonly string[] }): Promise<void>;
  /** Pushes and remembers what waits. */
  flush(): Promise<void>;
  /** Ids of the articles that were new, the first of them. */
  readonly added: readonly string[];
}

export interface WriterDeps {
  readonly engine: Pick<SearchEngine, 'upsert'>;
  readonly state: SyncState;
  readonly toDocument: DocumentMaker;
  readonly tally: Tally;
  readonly source: Source;
  /** Says what would be done and does nothing. */
  readonly dryRun: boolean;
  readonly now: () => number;
}

const MOST_WAITING = 50;
/** One page comes a second: what was read should not wait for fifty of them. */
const LONGEST_WAIT_MS = 10_000;
const MOST_ADDED = 200;

interface Waiting {
  readonly document: SearchDocument;
  readonly known: KnownArticle;
  readonly what: 'add' | 'change';
}

/** Makes the writer of one run of one source. */
export function createWriter(deps: WriterDeps): ArticleWriter {
  const { state, tally, source, now } = deps;
  const waiting: Waiting[] = [];
  const entries: Parameters<ArticleWriter['settle']>[0][] = [];
  const seen = new Set<string>();
  const added: string[] = [];
  let since = now();

  async function take(article: Article, address: string): Promise<void> {
    const { id, title } = article;
    const hash = hashOf(article);
    const before = state.article(id);
    const of = seen.has(id) ? source.id : otherOwner(before, article, source);
    seen.add(id);
    if (of !== undefined) tellDuplicate({ address, id, of });
    else if (before?.hash === hash) tally.counts.unchanged++;
    else await add(article, address, { id, hash, owner: source.id, title }, before);
  }

  async function add(
    article: Article,
    address: string,
    known: KnownArticle,
    before: KnownArticle | undefined,
  ): Promise<void> {
    const what = before ? 'change' : 'add';
    if (deps.dryRun) plan(tally, { what, id: known.id, title: known.title, address });
    else waiting.push({ document: deps.toDocument(article), known, what });
    if (waiting.length >= MOST_WAITING) await flush();
  }

  function tellDuplicate(duplicate: Tally['duplicates'][number]): void {
    tally.counts.unchanged++;
    if (tally.duplicates.length < MOST_TOLD) tally.duplicates.push(duplicate);
  }

  async function settle(entry: (typeof entries)[number]): Promise<void> {
    if (deps.dryRun) return;
    entries.push(entry);
    if (entries.length >= MOST_WAITING || now() - since > LONGEST_WAIT_MS) await flush();
  }

  async function flush(): Promise<void> {
    const batch = waiting.splice(0);
    const refused = batch.length === 0 ? new Set<string>() : await push(batch);
    const taken = batch.filter(({ known }) => !refused.has(known.id));
    state.advance(source.id, { articles: taken.map(({ known }) => known), entries });
    entries.length = 0;
    since = now();
    for (const { known, what } of taken) count(known.id, what);
  }

  function count(id: string, what: Waiting['what']): void {
    tally.counts[what === 'add' ? 'added' : 'changed']++;
    if (what === 'add' && added.length < MOST_ADDED) added.push(id);
  }

  /** Returns the ids that the engine does not take. */
  async function push(batch: readonly Waiting[]): Promise<Set<string>> {
    try {
      await deps.engine.upsert(batch.map(({ document }) => document));
      return new Set();
    } catch (error) {
      if (!(error instanceof DocumentsRefusedError)) throw error;
      for (const { id, reason } of error.refusals) tally.fail(id, reason);
      return new Set(error.refusals.map(({ id }) => id));
    }
  }

  return { take, settle, flush, added };
}

/** The same article always gives the same: its fields come in one order. */
const hashOf = (article: Article): string =>
  createHash('sha256').update(JSON.stringify(article)).digest('hex').slice(0, 32);

/**
 * The source that an article is left to: the one that brought it, unless the article stands on the
 * site of this one. What other sites say of it, in an aggregator's feed, must not replace it.
 */
function otherOwner(
  before: KnownArticle | undefined,
  { url }: Article,
  source: Source,
): string | undefined {
  if (!before || before.owner === source.id) return undefined;
  const sites = addressesOf(source).map(siteOf);
  return url !== undefined && sites.includes(siteOf(url)) ? undefined : before.owner;
}

function addressesOf(source: Source): readonly string[] {
  if (source.kind === 'folder') return [];
  return source.kind === 'pages' ? source.urls : [source.url];
}

function plan({ counts, wouldDo }: Tally, change: PlannedChange): void {
  counts[change.what === 'add' ? 'added' : 'changed']++;
  if (wouldDo.length < MOST_TOLD) wouldDo.push(change);
}
