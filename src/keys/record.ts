import { z } from 'zod';
import { FilterSyntaxError } from '../search/filter/error.js';
import { parseFilter } from '../search/filter/parse.js';
import { ROLES } from './secret.js';

/** Requests a minute that a key can be limited to. */
export const MOST_RATE = 1_000_000;
export const MOST_NAME_CHARACTERS = 100;

/** Only the form of a filter is checked here: names are resolved where it is used. */
const UNRESOLVED = { topicId: (label: string) => label, authorIds: (name: string) => [name] };

const filter = z.string().superRefine((text, context) => {
  const mistake = mistakeIn(text);
  if (mistake !== undefined) context.addIssue({ code: 'custom', message: mistake });
});

function mistakeIn(text: string): string | undefined {
  // Whoever forces a filter wants one: a variable that was never set must not open everything.
  if (text.trim() === '') return 'expected a filter that is not empty';
  try {
    parseFilter(text, UNRESOLVED);
    return undefined;
  } catch (error) {
    if (error instanceof FilterSyntaxError) return error.message;
    throw error;
  }
}

const instant = z.iso.datetime({
  offset: true,
  error: 'expected an instant such as 2027-01-01T00:00:00+04:00',
});

const facts = {
  role: z.enum(ROLES),
  /** A label for people. */
  name: z
    .string()
    .max(MOST_NAME_CHARACTERS)
    .regex(/^\P{Cc}*$/u, 'expected a text without control characters')
    .exactOptional(),
  /** Search keys: what else is asked, only what passes this filter is found. */
  filter: filter.exactOptional(),
  /** Search keys: requests a minute. */
  rate: z.int().min(1).max(MOST_RATE).exactOptional(),
  /** From this instant on the key is refused. */
  expiresAt: instant.exactOptional(),
};

interface Limited {
  readonly role: string;
  readonly filter?: string;
  readonly rate?: number;
}

/** A filter that nobody heeds would only seem to protect. */
function limitOnlySearch({ role, ...limits }: Limited, context: z.RefinementCtx): void {
  if (role === 'search') return;
  for (const name of ['filter', 'rate'] as const) {
    if (limits[name] === undefined) continue;
    const message = `expected only with the role search, not ${role}`;
    context.addIssue({ code: 'custom', path: [name], message });
  }
}

/** What is said of a key when it is made. */
export const NewKey = z.strictObject(facts).superRefine(limitOnlySearch).readonly();
export type NewKey = z.infer<typeof NewKey>;

/** What is known of a key: all but the key. */
export type KeyRecord = NewKey & {
  /** Names the key in lists and when it is revoked. */
  readonly id: string;
  readonly createdAt: string;
};

/** A key as it is kept. */
export interface StoredKey {
  /** SHA-256 of the key. */
  readonly digest: Buffer;
  readonly record: KeyRecord;
}

const Stored = z
  .strictObject({
    id: z.string().regex(/^[0-9a-f]{12}$/, 'expected 12 hexadecimal digits'),
    ...facts,
    createdAt: instant,
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 hexadecimal digits'),
  })
  .superRefine(limitOnlySearch)
  .transform(({ sha256, ...record }): StoredKey => ({
    digest: Buffer.from(sha256, 'hex'),
    record,
  }));

/** `keys.json`. */
export const KeysContent = z.strictObject({ version: z.literal(1), keys: z.array(Stored) });

/** The content of `keys.json`. */
export function writeContent(stored: readonly StoredKey[]): string {
  const keys = stored.map(({ digest, record }) => ({ ...record, sha256: digest.toString('hex') }));
  return `${JSON.stringify({ version: 1, keys }, null, 2)}\n`;
}

/** Whether a key is refused at this time, in milliseconds since 1970. */
export const isExpired = ({ expiresAt }: Pick<NewKey, 'expiresAt'>, now: number): boolean =>
  expiresAt !== undefined && Date.parse(expiresAt) <= now;
