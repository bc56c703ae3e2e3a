import { z } from 'zod';
import type { EngineHit } from '../../../indexer/engine.js';
import type { Analyzer } from '../../../indexer/language/analyzer.js';
import { FIELD_BREAK } from '../scan.js';
import { fromStored } from '../stored-text.js';
import type { FoundDocuments, MeiliClient } from './client.js';
import { ARTICLE_FIELDS, listed, StoredArticle } from './document.js';
import { decodeValue } from './values.js';
import { createVocabulary, type Vocabulary } from './vocabulary.js';

/** A version of a document, as a search names it. */
export type Version = FoundDocuments['hits'][number];

/** A version of a document, as ranking reads it. */
export interface RankedDocument {
  /** Its words as numbers of the vocabulary, with a break after each field. */
  readonly forms: Uint32Array;
  /** Ids of the other wordings that it holds. */
  readonly wordings: readonly string[];
}

/** What a search found has been replaced or removed since. */
export class ReplacedError extends Error {
  override readonly name = 'ReplacedError';
}

/**
 * The documents of one index. What ranking needs of them is kept: a version never changes, and the
 * strongest matches of frequent words are asked for again and again.
 */
export interface DocumentReader {
  /** @throws ReplacedError when one of the versions is no longer there */
  ranked(versions: readonly Version[]): Promise<RankedDocuments>;
  /** @throws ReplacedError when one of the versions is no longer there */
  articles(versions: readonly Version[]): Promise<Shown[]>;
}

/** Documents in the order asked for, and the vocabulary that numbers their words. */
export interface RankedDocuments {
  readonly vocabulary: Vocabulary;
  readonly documents: readonly RankedDocument[];
}

type Shown = Pick<EngineHit, 'article' | 'authorId'>;

const text = z.string().transform(fromStored);
const Forms = z.object({
  n: z.number(),
  made: z.string(),
  forms: z.array(text),
  names: text,
  byWording: z.array(z.string()),
});
const Place = z.object({ n: z.number(), byAuthor: z.string().optional() });
const ShownDocument = z.looseObject({}).transform((stored) => ({
  ...Place.parse(stored),
  article: StoredArticle.parse(stored),
}));

/** Numbers of forms kept in memory, at 4 bytes each. */
const REMEMBERED_FORMS = 8_000_000;
/** Documents asked for at once. */
const PAGE = 1000;

/** What is kept; forgotten as a whole when it has grown too large. */
interface Memory {
  readonly vocabulary: Vocabulary;
  /** By version and making. */
  readonly documents: Map<string, RankedDocument>;
  size: number;
}

export function createDocumentReader(
  client: MeiliClient,
  index: string,
  analyzer: Analyzer,
): DocumentReader {
  const empty = (): Memory => ({
    vocabulary: createVocabulary(analyzer),
    documents: new Map(),
    size: 0,
  });
  let memory = empty();

  async function ranked(versions: readonly Version[]): Promise<RankedDocuments> {
    if (memory.size > REMEMBERED_FORMS) memory = empty();
    // Another search may make memory anew while we wait.
    const { vocabulary, documents } = memory;
    const missing = versions.filter((version) => !documents.has(keyOf(version)));
    for (const page of pages(missing)) {
      for (const stored of await read(page, ['n', 'made', 'forms', 'names', 'byWording'], Forms)) {
        const learnt = learn(stored, vocabulary);
        documents.set(keyOf(stored), learnt);
        memory.size += learnt.forms.length;
      }
    }
    return {
      vocabulary,
      documents: versions.map((version) => existing(documents.get(keyOf(version)))),
    };
  }

  async function articles(versions: readonly Version[]): Promise<Shown[]> {
    const found = await read(versions, ['n', 'byAuthor', ...ARTICLE_FIELDS], ShownDocument);
    const byNumber = new Map(found.map((document) => [document.n, shown(document)]));
    return versions.map(({ n }) => existing(byNumber.get(n)));
  }

  async function read<Document>(
    versions: readonly Version[],
    fields: string[],
    schema: z.ZodType<Document>,
  ): Promise<Document[]> {
    if (versions.length === 0) return [];
    const ids = versions.map(({ pk }) => pk);
    return client.documents(index, { ids, fields, limit: ids.length }, schema);
  }

  return { ranked, articles };
}

const keyOf = ({ n, made }: Pick<Version, 'n' | 'made'>): string => `${n} ${made}`;

function learn({ forms, names, byWording }: z.infer<typeof Forms>, vocabulary: Vocabulary) {
  listed(names).forEach(vocabulary.addName);
  const numbers = forms.flatMap((field) => [
    ...listed(field).map(vocabulary.numberOf),
    FIELD_BREAK,
  ]);
  return { forms: Uint32Array.from(numbers), wordings: byWording };
}

function shown({ article, byAuthor }: z.infer<typeof ShownDocument>): Shown {
  return byAuthor === undefined
    ? { article }
    : { article, authorId: decodeValue(byAuthor) ?? byAuthor };
}

function existing<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new ReplacedError();
  return value;
}

function* pages<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += PAGE) yield items.slice(at, at + PAGE);
}
