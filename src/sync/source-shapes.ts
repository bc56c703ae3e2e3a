import { Cron } from 'croner';
import { z } from 'zod';

const isSchedule = (text: string): boolean => {
  try {
    return new Cron(text, { mode: '5-part', paused: true }).nextRun() !== null;
  } catch {
    return false;
  }
};

const Address = z.url({ protocol: /^https?$/, error: 'expected an http or https address' });

/** What a source does about which nothing is said; not written into the file. */
export const USUAL = {
  enabled: true,
  removals: true,
  removalShare: 0.2,
  allowPrivate: false,
  delay: 1,
  content: 'auto',
} as const;

const COMMON = {
  /** What the source is called in commands and reports. */
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'expected small letters, digits and -, 60 at most'),
  /** What readers see as the source of its articles; without it the name of the site. */
  name: z.string().min(1).max(200).optional(),
  enabled: z.boolean().default(USUAL.enabled),
  /** When it is read, as in crontab, by the clock of Baku; without it only when asked. */
  every: z
    .string()
    .refine(isSchedule, 'expected five parts as in crontab, such as "*/15 * * * *"')
    .optional(),
  /** Topics of articles that bring none. */
  topics: z.array(z.string().min(1)).max(20).optional(),
  /** Whether articles that are gone are removed. */
  removals: z.boolean().default(USUAL.removals),
  /** Share of the articles, 0 to 1, of which more cannot be gone at once unless somebody says so. */
  removalShare: z.number().min(0).max(1).default(USUAL.removalShare),
};

const WEB = {
  ...COMMON,
  /** Whether this machine and private networks may be asked. For the operator to say. */
  allowPrivate: z.boolean().default(USUAL.allowPrivate),
  /** Least seconds between two requests to one host. */
  delay: z.number().min(0).max(600).default(USUAL.delay),
};

/** Older articles are left out, by the date that the listing gives. */
const since = z.iso.date().optional();

const Feed = z.strictObject({
  ...WEB,
  kind: z.literal('feed'),
  url: Address,
  /** `item` never fetches pages, `page` always, `auto` where the feed gives a summary only. */
  content: z.enum(['auto', 'item', 'page']).default(USUAL.content),
});

const Sitemap = z.strictObject({
  ...WEB,
  kind: z.literal('sitemap'),
  url: Address,
  since,
  /** Only addresses with one of these in their path, and none with one of those. */
  include: z.array(z.string().min(1)).max(50).optional(),
  exclude: z.array(z.string().min(1)).max(50).optional(),
});

const WordPress = z.strictObject({ ...WEB, kind: z.literal('wordpress'), url: Address, since });

const Pages = z.strictObject({
  ...WEB,
  kind: z.literal('pages'),
  urls: z.array(Address).min(1).max(1000),
});

const Folder = z.strictObject({
  ...COMMON,
  kind: z.literal('folder'),
  /** Absolute, or relative to the folder of the data. */
  path: z.string().min(1),
});

/** One source, as configured. */
export const Source = z.discriminatedUnion('kind', [Feed, Sitemap, WordPress, Pages, Folder]);
export type Source = z.infer<typeof Source>;
/** The same before what is usual was filled in. */
export type SourceInput = z.input<typeof Source>;
export type SourceOf<Kind extends Source['kind']> = Extract<Source, { readonly kind: Kind }>;
export type WebSource = Exclude<Source, { readonly kind: 'folder' }>;

/** The whole file. */
export const SourcesFile = z.strictObject({
  /** Address or e-mail that portals may write to; told in the User-Agent. */
  contact: z
    .string()
    .max(200)
    .regex(/^[\x21-\x7e]+$/, 'expected an e-mail or web address')
    .optional(),
  sources: z
    .array(Source)
    .max(1000)
    .superRefine((sources, context) => {
      for (const [at, { id }] of sources.entries()) {
        if (sources.findIndex((other) => other.id === id) === at) continue;
        context.addIssue({ code: 'custom', path: [at, 'id'], message: `${id} is used twice` });
      }
    }),
});
export type SourcesFile = z.infer<typeof SourcesFile>;
