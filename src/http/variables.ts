import { z } from 'zod';
import { LOG_LEVELS, type HttpSettings } from './settings.js';

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/** The environment variables that the HTTP service heeds. */
export const HttpVariables = {
  AXTAR_SEARCH_ACCESS: z.enum(['open', 'key']).optional(),
  AXTAR_CORS_ORIGINS: z
    .string()
    .regex(
      /^(?:\*|https?:\/\/[^/\s,*]+(?:, *https?:\/\/[^/\s,*]+)*)$/,
      'expected * or origins such as https://portal.az, with commas between',
    )
    .optional(),
  AXTAR_SEARCH_RATE_LIMIT: whole(0, 1_000_000).default(1200),
  AXTAR_TRUSTED_PROXIES: whole(0, 10).default(0),
  AXTAR_UPLOAD_LIMIT_MB: whole(1, 1_000_000).default(1024),
  AXTAR_SEARCH_WAIT_MS: whole(10, 600_000).default(400),
  AXTAR_SEARCH_DEADLINE_MS: whole(50, 600_000).default(10_000),
  AXTAR_QUERY_LOG: z.enum(['on', 'off']).default('on'),
  AXTAR_LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  AXTAR_LOG_QUERIES: z.stringbool().default(false),
};

type Variables = z.infer<z.ZodObject<typeof HttpVariables>>;

/** The settings that the variables say. */
export function readHttpSettings(variables: Variables): HttpSettings {
  const { AXTAR_SEARCH_ACCESS: searchAccess, AXTAR_CORS_ORIGINS: origins } = variables;
  return {
    ...(searchAccess === undefined ? {} : { searchAccess }),
    corsOrigins: origins === undefined ? [] : origins.split(/, */),
    rateLimit: variables.AXTAR_SEARCH_RATE_LIMIT,
    trustedProxies: variables.AXTAR_TRUSTED_PROXIES,
    mostUploadBytes: variables.AXTAR_UPLOAD_LIMIT_MB * 1024 ** 2,
    searchDeadline: variables.AXTAR_SEARCH_DEADLINE_MS,
    searchWait: variables.AXTAR_SEARCH_WAIT_MS,
    countQueries: variables.AXTAR_QUERY_LOG === 'on',
    logLevel: variables.AXTAR_LOG_LEVEL,
    logQueries: variables.AXTAR_LOG_QUERIES,
  };
}
