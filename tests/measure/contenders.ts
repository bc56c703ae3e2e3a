import type { Contender, EngineName } from './asker.js';
import { openAsker } from './house.js';
import { openPlain } from './plain.js';

/** The engines that can be measured by their names on the command line. */
export const CONTENDERS: Readonly<Record<EngineName, Contender>> = {
  embedded: { name: 'embedded', needsServer: false, open: openAsker },
  meilisearch: { name: 'meilisearch', needsServer: true, open: openAsker },
  plain: { name: 'plain', needsServer: true, open: openPlain },
};
