import { createHash } from 'node:crypto';
import { readConfig } from '../config.js';
import { StemmerWords } from './stem/stemmer.js';

/** Raised by whoever changes what the analyzer makes of any word. */
const RULES = 1;

/**
 * Names the analysis that documents went through: an index built with another one should be
 * rebuilt, since queries and documents no longer meet everywhere.
 */
export function analysisFingerprint(): string {
  const words = JSON.stringify(readConfig('stemmer', StemmerWords));
  return createHash('sha256').update(`${RULES}\n${words}`).digest('hex').slice(0, 16);
}
