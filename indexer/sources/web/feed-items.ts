import { z } from 'zod';
import type { RawFeedItem } from './parse-feed.js';

/** What the reader of feeds gives may lack anything, or hold it in a shape that we do not know. */
const text = z.string().optional().catch(undefined);
const texts = z.array(z.string()).catch([]);
const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).catch([]);
const Links = listOf(z.object({ href: text, rel: text }));
const Person = z.union([z.string(), z.object({ name: text, email: text })]);
const DublinCore = z
  .object({ creators: texts, dates: texts, subjects: texts })
  .catch({ creators: [], dates: [], subjects: [] });
const Encoded = z.object({ encoded: text }).catch({});
const Value = z.object({ value: text }).catch({});

const Item = z.object({
  link: text,
  guid: z.object({ value: text, isPermaLink: z.boolean().optional() }).catch({}),
  title: text,
  description: text,
  content: Encoded,
  dc: DublinCore,
  authors: listOf(Person),
  categories: listOf(z.object({ name: text })),
  pubDate: text,
  atom: z.object({ links: Links, updated: text }).catch({ links: [] }),
});

const Entry = z.object({
  id: text,
  links: Links,
  title: Value,
  content: Value,
  summary: Value,
  authors: listOf(Person),
  published: text,
  updated: text,
  categories: listOf(z.object({ label: text, term: text })),
});

/** A feed of any format, as far as it is read. */
export const AnyFeed = z.discriminatedUnion('format', [
  z.object({
    format: z.enum(['rss', 'rdf']),
    feed: z.object({ title: text, items: listOf(Item) }),
  }),
  z.object({ format: z.literal('atom'), feed: z.object({ title: Value, entries: listOf(Entry) }) }),
]);

/** Reads an item of RSS, of any version. */
export function fromRss(item: z.infer<typeof Item>): RawFeedItem {
  const { guid, dc } = item;
  const link = item.link ?? item.atom.links.find(isPage)?.href;
  return {
    key: guid.value ?? link,
    url: link ?? (guid.isPermaLink === false ? undefined : guid.value),
    title: item.title,
    content: item.content.encoded,
    summary: item.description,
    author: joined(dc.creators) ?? joined(item.authors.flatMap(nameOf)),
    date: item.pubDate ?? dc.dates[0],
    updated: item.atom.updated,
    topics: [...item.categories.flatMap(({ name }) => name ?? []), ...dc.subjects],
  };
}

/** Reads an entry of Atom. */
export function fromAtom(entry: z.infer<typeof Entry>): RawFeedItem {
  const link = entry.links.find(isPage)?.href;
  return {
    key: entry.id ?? link,
    url: link,
    title: entry.title.value,
    content: entry.content.value,
    summary: entry.summary.value,
    author: joined(entry.authors.flatMap(nameOf)),
    date: entry.published ?? entry.updated,
    updated: entry.updated,
    topics: entry.categories.flatMap(({ label, term }) => label ?? term ?? []),
  };
}

const isPage = ({ rel }: { readonly rel?: string | undefined }): boolean =>
  rel === undefined || rel === 'alternate';

const joined = (names: readonly string[]): string | undefined =>
  names.length === 0 ? undefined : names.join(', ');

/** RSS gives an e-mail address, with the name after it in brackets: `a@b.az (Leyla Əhmədli)`. */
function nameOf(person: z.infer<typeof Person>): string[] {
  const name = typeof person === 'string' ? person : (person.name ?? '');
  const bracketed = /\(([^)]+)\)/.exec(name)?.[1]?.trim();
  const plain = bracketed ?? (name.includes('@') ? '' : name.trim());
  return plain === '' ? [] : [plain];
}
