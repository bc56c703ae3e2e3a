import { z } from 'zod';
import type { Filter } from '../../../indexer/filter.js';
import { EVERYTHING } from '../../search/visible.js';
import type { Service } from '../../service.js';
import { ATTRIBUTES } from './attributes.js';

const Instant = z.string().meta({ format: 'date-time' });

export const IndexFacts = z
  .object({
    uid: z.string(),
    createdAt: Instant.meta({ description: 'As `updatedAt`: when it was made is not kept.' }),
    updatedAt: Instant.meta({ description: 'Of the last write; 1970 in a new index.' }),
    primaryKey: z.literal('id'),
  })
  .meta({ id: 'MeilisearchIndex' });

export const IndexList = z
  .object({ results: z.array(IndexFacts), offset: z.int(), limit: z.int(), total: z.int() })
  .meta({ id: 'MeilisearchIndexes' });

export const IndexStats = z
  .object({
    numberOfDocuments: z.int(),
    rawDocumentDbSize: z.int().meta({ description: 'Bytes of the index, for these documents.' }),
    avgDocumentSize: z.int(),
    isIndexing: z.literal(false).meta({ description: 'What is acknowledged is found at once.' }),
    numberOfEmbeddings: z.literal(0),
    numberOfEmbeddedDocuments: z.literal(0),
    fieldDistribution: z.record(z.string(), z.int()).meta({
      description: 'Of the attributes that every document has; how many have another is not known.',
    }),
  })
  .meta({ id: 'MeilisearchStats' });

type Parts = Pick<Service, 'engine' | 'index'>;

export async function indexFacts({ engine, index }: Parts): Promise<z.infer<typeof IndexFacts>> {
  const { updatedAt = '1970-01-01T00:00:00Z' } = await engine.stats();
  return { uid: index, createdAt: updatedAt, updatedAt, primaryKey: 'id' };
}

/** Attributes that no document lacks. */
const ALWAYS = ATTRIBUTES.filter((name) =>
  ['id', 'title', 'body', 'topics', 'lang', 'slug'].includes(name),
);

/** Figures of the index, for whom only what passes `forced` exists, of that alone. */
export async function indexStats(
  { engine }: Parts,
  forced: Filter | undefined,
): Promise<z.infer<typeof IndexStats>> {
  const { documents, bytes } = await engine.stats();
  const numberOfDocuments = forced === undefined ? documents : await countIn(engine, forced);
  const avgDocumentSize = documents === 0 ? 0 : Math.round(bytes / documents);
  return {
    numberOfDocuments,
    rawDocumentDbSize: avgDocumentSize * numberOfDocuments,
    avgDocumentSize,
    isIndexing: false,
    numberOfEmbeddings: 0,
    numberOfEmbeddedDocuments: 0,
    fieldDistribution: Object.fromEntries(ALWAYS.map((name) => [name, numberOfDocuments])),
  };
}

const countIn = async (engine: Service['engine'], where: Filter): Promise<number> =>
  (await engine.search({ ...EVERYTHING, filters: { where } })).total;
