import { createHash } from 'node:crypto';
import { readConfig } from './config.js';
import { loadTopics } from './extraction/topics.js';
import { StemmerWords } from './language/stem/stemmer.js';
import { TwinWords } from './language/twins.js';

/** Raised by whoever changes what becomes of any word on its way into a document. */
const RULES = 2;

/**
 * Names the way that documents went: an index built in another way should be rebuilt, since
 * queries and documents no longer meet everywhere, and topics may bear old names.
 */
export function analysisFingerprint(): string {
  const words = { ...readConfig('stemmer', StemmerWords), provenance: '' };
  const twins = readConfig('twins', TwinWords).groups;
  const topics = loadTopics().topics.map(({ id, name }) => [id, name.az]);
  const content = JSON.stringify([RULES, words, twins, topics]);
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
