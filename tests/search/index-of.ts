import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article } from '../../indexer/article.js';
import { loadLexicon } from '../../indexer/lexicon/lexicon.js';
import { composeAxtar } from '../../src/compose.js';
import { readEnvironment } from '../../src/environment.js';
import type { SearchDeps } from '../../src/search/ask.js';

export interface OpenIndex {
  readonly deps: SearchDeps;
  close(): Promise<void>;
}

/** An index of these articles, in a folder that goes with it. */
export async function openIndexOf(articles: readonly Article[]): Promise<OpenIndex> {
  const dataDir = mkdtempSync(join(tmpdir(), 'axtar-search-'));
  const axtar = composeAxtar(readEnvironment({ AXTAR_DATA_DIR: dataDir }));
  await axtar.engine.upsert(articles.map(axtar.toDocument));
  return {
    deps: { ...axtar, lexicon: loadLexicon() },
    close: async () => {
      await axtar.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
