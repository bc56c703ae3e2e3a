import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { mineVariants, READINGS } from '../../indexer/variants/mine.js';
import { loadVariantSettings } from '../../indexer/variants/settings.js';
import { composeAxtar } from '../compose.js';
import type { MinerMessage } from './miner.js';

// Mining reads every article three times: in a thread of its own, no search waits for it.
const tell = (message: MinerMessage): void => parentPort?.postMessage(message);
/** Where the index is. */
const Place = z.object({
  dataDir: z.string(),
  meilisearch: z
    .object({ url: z.string(), apiKey: z.string().exactOptional(), index: z.string() })
    .exactOptional(),
});
/** Between two messages, in milliseconds. */
const TELL_EVERY_MS = 250;

async function mine(place: z.infer<typeof Place>): Promise<void> {
  const axtar = composeAxtar(place);
  try {
    const { documents } = await axtar.engine.stats();
    const total = documents * READINGS;
    let [done, toldAt] = [0, 0];
    const mined = await mineVariants({
      articles: axtar.engine.articles,
      analyzer: axtar.analyzer,
      lexicon: axtar.lexicon,
      settings: loadVariantSettings(),
      minCount: 1,
      onArticle: () => {
        done++;
        if (performance.now() - toldAt < TELL_EVERY_MS) return;
        toldAt = performance.now();
        tell({ progress: { done, total: Math.max(done, total) } });
      },
    });
    tell({ mined });
  } finally {
    await axtar.close();
  }
}

await mine(Place.parse(workerData));
