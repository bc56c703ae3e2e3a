import { z } from 'zod';
import { Article } from '../article.js';
import { RecordError, type FieldProblem } from '../sources/source.js';
import { isVisible } from './clean.js';

const absent = (value: unknown): unknown =>
  value === null || (typeof value === 'string' && !isVisible(value)) ? undefined : value;
const text = z.preprocess(absent, z.string().optional());
const words = z.preprocess(
  absent,
  z.union([z.string(), z.array(z.string().nullable())]).optional(),
);

/**
 * A record as sources give it: `null` and text of which nothing is visible stand for absent, unknown fields are ignored.
 * `text` and `content` are other names of `body`; `topics` and its kin hold one label or several.
 */
const RawRecord = z.object({
  id: z.preprocess(
    (value) => (typeof value === 'number' ? String(value) : absent(value)),
    z.string().max(200).optional(),
  ),
  title: text,
  titleDerived: z.preprocess(absent, z.boolean().optional()),
  subtitle: text,
  body: text,
  text: text,
  content: text,
  author: text,
  authorRole: text,
  date: text,
  archivedAt: text,
  topic: words,
  topics: words,
  subtopic: words,
  category: words,
  rubric: words,
  tags: words,
  source: text,
  url: z.preprocess(absent, Article.shape.url),
  lang: text,
});
export type RawRecord = z.infer<typeof RawRecord>;

/**
 * Validates one record.
 *
 * @example readRecord({ title: 'Yeni park', author: null }) // { title: 'Yeni park' }
 * @throws RecordError `title: expected string, received number`
 */
export function readRecord(record: unknown): RawRecord {
  const parsed = RawRecord.safeParse(record);
  if (parsed.success) return parsed.data;
  throw new RecordError(fieldProblems(parsed.error));
}

/** What is wrong, field by field: `[{ path: 'title', message: 'expected string, received number' }]`. */
export function fieldProblems(error: z.ZodError): FieldProblem[] {
  return error.issues.map(({ path, message }) => ({ path: z.core.toDotPath(path), message }));
}
