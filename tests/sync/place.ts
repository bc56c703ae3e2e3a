import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeIndexing } from '../../src/compose.js';
import { openSync, type Sync, type SyncOptions } from '../../src/sync/sync.js';
import type { SourceReport } from '../../src/sync/report.js';
import type { RunOptions } from '../../src/sync/sync.js';
import { createFakeEngine, type FakeEngine } from '../jobs/place.js';

const indexing = composeIndexing();

/** A data folder with an engine in memory; `close` takes all of it away. */
export interface Place {
  readonly folder: string;
  readonly engine: FakeEngine & Pick<SyncOptions['engine'], 'stats'>;
  readonly notices: string[];
  /** Titles of the index in alphabetical order. */
  titles(): string[];
  open(options?: Partial<SyncOptions>): Sync;
  close(): Promise<void>;
}

export function makePlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'axtar-sync-'));
  const fake = createFakeEngine();
  const stats = () =>
    Promise.resolve({
      documents: fake.documents.size,
      words: 0,
      bytes: 0,
      analysis: '',
      revision: '',
    });
  const engine = Object.assign(fake, { stats });
  const notices: string[] = [];
  const opened: Sync[] = [];
  return {
    folder,
    engine,
    notices,
    titles: () => [...fake.documents.values()].map(({ article }) => article.title).toSorted(),
    open: (options = {}) => {
      const { toArticle, toDocument } = indexing;
      const onNotice = (notice: string) => void notices.push(notice);
      const sync = openSync({ folder, engine, toArticle, toDocument, onNotice, ...options });
      opened.push(sync);
      return sync;
    },
    close: async () => {
      for (const sync of opened) await sync.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs one source and gives its report. */
export async function runOne(sync: Sync, id: string, options?: RunOptions): Promise<SourceReport> {
  const [report] = (await sync.run(id, options)).sources;
  if (!report) throw new Error('the run has no report');
  return report;
}

/** For sources of a portal on this machine. */
export const LOCAL = { allowPrivate: true, delay: 0 } as const;
