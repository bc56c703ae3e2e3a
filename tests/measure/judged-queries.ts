import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../../indexer/config.js';

/** Ways in which readers type, in the order in which they are reported. */
export const KINDS = [
  'plain',
  'inflected',
  'ascii',
  'names',
  'cyrillic',
  'acronym',
  'typo',
  'unfinished',
  'question',
] as const;
export type Kind = (typeof KINDS)[number];

const JudgedQuery = z.strictObject({
  id: z.string().regex(/^[a-z]+-\d\d$/, 'expected a kind and a number of two digits'),
  kind: z.enum(KINDS),
  q: z.string().trim().min(1),
  /** Grades by the id of the news item: 3 exactly that, 2 about it, 1 touches it. */
  relevant: z
    .record(z.string().min(1), z.int().min(1).max(3))
    .refine((grades) => Object.keys(grades).length > 0, 'expected at least one relevant item'),
});
export type JudgedQuery = z.infer<typeof JudgedQuery>;

const Collection = z.strictObject({
  provenance: z.string().min(1),
  queries: z.array(JudgedQuery).min(1),
});

const FILE = 'tests/relevance/queries.json';

/**
 * The judged queries of `tests/relevance/queries.json`.
 * @throws Error naming the place in the file and what was expected
 */
export function readJudgedQueries(path = join(packageRoot(), FILE)): JudgedQuery[] {
  const parsed = Collection.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data.queries;
  const places = parsed.error.issues.map(
    (issue) => `${FILE}: ${z.core.toDotPath(issue.path)}: ${issue.message}`,
  );
  throw new Error(places.join('\n'));
}

/** What is typed: a space ends the last word, but for a query that stops in the middle of it. */
export const typed = ({ kind, q }: JudgedQuery): string => (kind === 'unfinished' ? q : `${q} `);
