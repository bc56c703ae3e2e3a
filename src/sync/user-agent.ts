import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../../indexer/config.js';
import { ROBOT } from './robots.js';

const Manifest = z.object({ version: z.string() });

/**
 * Who we say we are.
 *
 * @example userAgentOf('redaksiya@portal.az') // 'Axtar/0.1.0 (+redaksiya@portal.az)'
 */
export function userAgentOf(contact: string | undefined): string {
  const text = readFileSync(join(packageRoot(), 'package.json'), 'utf8');
  const { version } = Manifest.parse(JSON.parse(text));
  return `${ROBOT}/${version}${contact === undefined ? '' : ` (+${contact})`}`;
}
