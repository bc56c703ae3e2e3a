import { z } from 'zod';
import { POST_FIELDS, readPost, WordPressPost } from '../../indexer/sources/web/wordpress.js';
import { FetchError } from './fetch-error.js';
import type { Fetched } from './fetcher.js';
import {
  NOTHING_NEW,
  type Listed,
  type Listing,
  type ListingContext,
  type Reading,
} from './listing.js';
import { toItem } from './read-page.js';
import type { SourceOf } from './source-shapes.js';
import { getOptions } from './web-get.js';

type WordPress = SourceOf<'wordpress'>;

const PER_PAGE = 100;
const MOST_PAGES = 2_000;
const DAY_MS = 24 * 3600 * 1000;
/** Clocks differ, and a post may be saved while a list of posts is made. */
const OVERLAP_MS = 3600 * 1000;

/** Under these names it is remembered how far the posts were read, and when all were listed. */
const CURSOR = 'modified_after';
const LISTED = 'whole listing';

/**
 * Lists the posts of a site that changed since the last run; once a day all of them by number, to
 * see which are gone and which were missed.
 * @throws FetchError when the site does not answer as WordPress does
 */
export async function* listWordPress(source: WordPress, context: ListingContext): Listing {
  const { state, now } = context;
  const cursor = state.mark(source.id, CURSOR)?.lastModified;
  const seen = new Map<string, string>();
  for await (const value of pagesOf(source, context, changedPosts(source, cursor))) {
    const listed = toListed(parse(WordPressPost, value), source, context);
    seen.set(listed.key, listed.stamp ?? '');
    yield listed;
  }
  const newest = [...seen.values(), cursor ?? ''].toSorted().at(-1);
  const marks = newest ? [{ address: CURSOR, lastModified: newest }] : [];
  const listedAt = state.mark(source.id, LISTED)?.at;
  const due = listedAt === undefined || now() - listedAt >= DAY_MS;
  if (!due) return { ...NOTHING_NEW, marks };
  const also = yield* listAll(source, context, seen);
  return { whole: true, also, marks: [...marks, { address: LISTED }], failures: [] };
}

const PostLine = z.object({ id: z.number(), link: z.string(), modified_gmt: z.string() });

/** Lists what was missed, and returns the keys of all others: they are there and need no reading. */
async function* listAll(
  source: WordPress,
  context: ListingContext,
  seen: ReadonlyMap<string, string>,
): AsyncGenerator<Listed, ReadonlySet<string>> {
  const also = new Set<string>();
  const query = { _fields: 'id,link,modified_gmt', orderby: 'id', order: 'asc' };
  for await (const value of pagesOf(source, context, { ...query, ...sinceOf(source) })) {
    const { id, link, modified_gmt: stamp } = parse(PostLine, value);
    const key = String(id);
    const known = seen.get(key) ?? context.state.entry(source.id, key)?.stamp;
    if (known === stamp) also.add(key);
    else yield { key, address: link, stamp, read: () => readOne(key, source, context) };
  }
  return also;
}

async function readOne(key: string, source: WordPress, context: ListingContext): Promise<Reading> {
  const query = { include: key, _fields: POST_FIELDS, _embed: 'author,wp:term' };
  const { body } = await getPosts(source, context, query);
  const [post] = parseList(body);
  return post === undefined
    ? { kind: 'gone' }
    : toListed(parse(WordPressPost, post), source, context).read(undefined);
}

function changedPosts(source: WordPress, cursor: string | undefined): Record<string, string> {
  const query = {
    _fields: POST_FIELDS,
    _embed: 'author,wp:term',
    orderby: 'modified',
    order: 'asc',
    ...sinceOf(source),
  };
  if (cursor === undefined) return query;
  const after = new Date(Date.parse(`${cursor}Z`) - OVERLAP_MS).toISOString();
  return { ...query, modified_after: `${after.slice(0, 19)}Z` };
}

const sinceOf = ({ since }: WordPress): Record<string, string> =>
  since === undefined ? {} : { after: `${since}T00:00:00+04:00` };

async function* pagesOf(
  source: WordPress,
  context: ListingContext,
  query: Readonly<Record<string, string>>,
): AsyncGenerator {
  for (let page = 1, last = 1; page <= last; page++) {
    const paged = { ...query, per_page: String(PER_PAGE), page: String(page) };
    const { headers, body } = await getPosts(source, context, paged);
    yield* parseList(body);
    last = Number(headers['x-wp-totalpages'] ?? 1);
    if (last > MOST_PAGES) throw new FetchError('too_large', `has more than ${MOST_PAGES} pages`);
  }
}

async function getPosts(
  source: WordPress,
  context: ListingContext,
  query: Readonly<Record<string, string>>,
): Promise<Fetched> {
  const accepts = (type: string) => /json/i.test(type);
  const options = { ...getOptions(source, context), accepts };
  const fetched = await context.fetcher.get(addressOf(source, query), options);
  const { status } = fetched;
  if (status !== 200) throw new FetchError('status', `answered ${status}`, { status });
  return fetched;
}

/** A site may stand in a folder of its host. */
function addressOf({ url }: WordPress, query: Readonly<Record<string, string>>): string {
  const base = url.includes('/wp-json')
    ? url.replace(/\/wp-json.*$/, '/')
    : url.replace(/\/*$/, '/');
  const address = new URL('wp-json/wp/v2/posts', base);
  address.search = new URLSearchParams(query).toString();
  return address.href;
}

function parseList(body: Buffer): unknown[] {
  try {
    return parse(z.array(z.unknown()), JSON.parse(body.toString()));
  } catch (error) {
    if (error instanceof FetchError) throw error;
    throw new FetchError('wrong_type', 'expected posts of WordPress as JSON', { cause: error });
  }
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  const place = first ? `${z.core.toDotPath(first.path)}: ${first.message}` : '';
  throw new FetchError('wrong_type', `expected posts of WordPress: ${place}`);
}

const toListed = (post: WordPressPost, source: WordPress, context: ListingContext): Listed => ({
  key: String(post.id),
  address: post.link,
  stamp: post.modified_gmt,
  read: () => {
    // Without its password nothing of it may be shown.
    if (post.content.protected) throw new FetchError('address_refused', 'it asks for a password');
    return Promise.resolve({
      kind: 'read',
      items: [toItem(readPost(post, context.rules), source, context)],
    });
  },
});
