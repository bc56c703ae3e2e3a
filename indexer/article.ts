import { z } from 'zod';

/** RFC 3339 instant with an explicit offset, as stored: `2025-10-23T17:08:00+04:00`. */
export const Instant = z.iso.datetime({ offset: true });

/**
 * An article as stored and shown. What is unknown is absent: a date or an author is never guessed.
 * `topics` holds topic ids of `config/topics.json`, or the label of a topic that only the source knows.
 */
export const Article = z.strictObject({
  /** Any text but `.` and `..`, which no address can hold as a part of its path. */
  id: z
    .string()
    .min(1)
    .max(200)
    .regex(/^(?!\.{1,2}$)/, 'expected an id other than "." and ".."'),
  title: z.string().min(1),
  /** The page had no title; this one is its first sentence. */
  titleDerived: z.literal(true).optional(),
  subtitle: z.string().min(1).optional(),
  body: z.string(),
  author: z.string().min(1).optional(),
  authorRole: z.string().min(1).optional(),
  topics: z.array(z.string().min(1)),
  date: Instant.optional(),
  archivedAt: Instant.optional(),
  source: z.string().min(1).optional(),
  /** Shown as a link, so that nothing but a web address will do. */
  url: z.url({ protocol: /^https?$/, error: 'expected an http or https address' }).optional(),
  /** ISO 639-1 where there is one (`az`, `ru`, `en`, `tr`), else `und`. */
  lang: z.string().min(2).max(3),
  tags: z.array(z.string().min(1)).optional(),
});

export type Article = z.infer<typeof Article>;
