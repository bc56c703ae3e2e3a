import { createHash, randomBytes } from 'node:crypto';

/** Who may do what: `admin` everything, `editor` documents and jobs, `search` search alone. */
export const ROLES = ['admin', 'editor', 'search'] as const;
export type Role = (typeof ROLES)[number];

const FORM = `axtar_(?:${ROLES.join('|')})_[A-Za-z0-9_-]{43}`;
const KEY = new RegExp(`^${FORM}$`);
const KEYS_WITHIN = new RegExp(FORM, 'g');

/**
 * A new key: its role, and 32 random bytes in base64url.
 *
 * @example makeKey('search') // 'axtar_search_' and 43 characters
 */
export const makeKey = (role: Role): string =>
  `axtar_${role}_${randomBytes(32).toString('base64url')}`;

/** Whether this has the form of a key; only then it is worth a look among the keys. */
export const isKey = (text: string): boolean => KEY.test(text);

/**
 * Makes keys in a text unreadable, for logs and answers.
 *
 * @example hideKeys('GET /x?key=axtar_search_…') // 'GET /x?key=[key]'
 */
export const hideKeys = (text: string): string => text.replace(KEYS_WITHIN, '[key]');

/** What is kept of a key. The key is random: nobody can guess it from an unsalted hash. */
export const digestOf = (key: string): Buffer => createHash('sha256').update(key).digest();

/** A short public name of a key that says nothing about it. */
export const makeId = (): string => randomBytes(6).toString('hex');
