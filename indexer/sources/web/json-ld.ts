import { z } from 'zod';
import type { HtmlDocument } from './dom.js';

/** What a page says of its article in JSON-LD; all of it may be missing or of another shape. */
export interface JsonLdArticle {
  readonly headline?: string | undefined;
  readonly body?: string | undefined;
  readonly authors: readonly string[];
  readonly date?: string | undefined;
  readonly url?: string | undefined;
  readonly sections: readonly string[];
  readonly keywords: readonly string[];
}

const NEWS = /^(?:\w*Article|BlogPosting|Report\w*|LiveBlogPosting|Review)$/;
const LARGEST = 1024 * 1024;

const text = z.string().optional().catch(undefined);
const list = z.union([z.array(z.unknown()), z.unknown().transform((one) => [one])]);
const texts = list.transform((items) => items.filter((item) => typeof item === 'string'));
const Node = z.looseObject({ '@type': texts.optional(), '@graph': z.unknown().optional() });
const Author = z.union([
  z.string().transform((name) => ({ '@type': undefined, name })),
  z.object({ '@type': texts.optional(), name: z.string() }),
]);

const NewsArticle = z.object({
  headline: text,
  name: text,
  articleBody: text,
  author: list.optional(),
  datePublished: text,
  dateCreated: text,
  url: text,
  mainEntityOfPage: z
    .union([z.string(), z.object({ '@id': text }).transform((page) => page['@id'])])
    .optional()
    .catch(undefined),
  articleSection: texts.optional(),
  keywords: texts.optional(),
});

/**
 * Reads the article among the JSON-LD of a page; undefined where there is none.
 *
 * @example readJsonLd(document) // { headline: 'Yeni park açılıb', authors: ['Leyla Əhmədli'], … }
 */
export function readJsonLd(document: HtmlDocument): JsonLdArticle | undefined {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
  const nodes = scripts.flatMap((script) => nodesOf(parseLoosely(script.textContent ?? ''), 0));
  const found = nodes.find((node) => (node['@type'] ?? []).some((type) => NEWS.test(type)));
  const parsed = NewsArticle.safeParse(found);
  return parsed.success ? toArticle(parsed.data) : undefined;
}

function toArticle(node: z.infer<typeof NewsArticle>): JsonLdArticle {
  return {
    headline: node.headline ?? node.name,
    body: node.articleBody,
    authors: (node.author ?? []).flatMap(personOf),
    date: node.datePublished ?? node.dateCreated,
    url: node.url ?? node.mainEntityOfPage,
    sections: node.articleSection ?? [],
    keywords: (node.keywords ?? []).flatMap((words) => words.split(',')),
  };
}

/** An organisation that is named as author is the outlet, not who wrote. */
function personOf(value: unknown): string[] {
  const author = Author.safeParse(value);
  if (!author.success || author.data['@type']?.includes('Organization')) return [];
  return [author.data.name];
}

/** A broken one says nothing; line breaks within its strings are forgiven. */
function parseLoosely(json: string): unknown {
  if (json.length > LARGEST) return undefined;
  try {
    return JSON.parse(json.replace(/\p{Cc}+/gu, ' '));
  } catch {
    return undefined;
  }
}

const DEEPEST = 4;

function nodesOf(value: unknown, depth: number): z.infer<typeof Node>[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((item) => nodesOf(item, depth + 1));
  const node = Node.safeParse(value);
  if (!node.success) return [];
  return [node.data, ...nodesOf(node.data['@graph'], depth + 1)];
}
