import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentMaker } from '../../../indexer/document.js';
import { EngineError } from '../../../indexer/engine.js';
import { analysisFingerprint } from '../../../indexer/fingerprint.js';
import type { Analyzer } from '../../../indexer/language/analyzer.js';
import type { Lexicon } from '../../../indexer/lexicon/lexicon.js';
import { madeOf } from '../../../indexer/lexicon/made-of.js';
import { loadEngineSettings, type EngineSettings } from '../settings.js';
import { afterArrival } from './arrival.js';
import { createCarried, type Carried } from './carried.js';
import { createClient, type Connection, type MeiliClient } from './client.js';
import { createMaking, DOCUMENT_FIELDS, type Making } from './document.js';
import { createDrainer, type Batch, type Drainer } from './drain.js';
import { openLive, type Marker } from './live.js';
import { openOutbox, type Outbox } from './outbox.js';
import { retag } from './retag.js';
import { sendBatch } from './send.js';
import { checkServer } from './server.js';
import type { AllSettings } from './push.js';
import { loadMeilisearchSettings, type MeilisearchSettings } from './settings.js';
import { compileSynonyms } from './synonyms.js';
import { createWordings } from './wordings.js';

export interface MeilisearchOptions extends Connection {
  /** Name of the live index. */
  readonly index: string;
  /** Folder of the outbox; made when it is not there. */
  readonly folder: string;
  readonly analyzer: Analyzer;
  readonly lexicon: Lexicon;
  /** Analyses stored articles anew when the index is rebuilt. */
  readonly toDocument: DocumentMaker;
  /** Gets a sentence when the server goes away, comes back, or refuses a document. */
  readonly onNotice?: (notice: string) => void;
}

/** Everything that the parts of the engine share. */
export interface House extends MeilisearchOptions {
  readonly client: MeiliClient;
  readonly settings: EngineSettings;
  readonly server: MeilisearchSettings;
  /**
   * What an index is told, synonyms included, and what makes documents: both with the words of now.
   * A copy of the house keeps those of its time.
   */
  readonly allSettings: AllSettings;
  readonly making: Making;
  readonly carried: Carried;
  readonly analysis: string;
  readonly outbox: Outbox;
  readonly drainer: Drainer;
  /** Path of a file of this index in the folder. */
  file(suffix: string): string;
  /** Resolves when the server is fit and the live index is there; asks once, and again after a failure. */
  ready(): Promise<void>;
}

/** Opens what is on this machine; the server is asked when it is needed first. */
export function openHouse(options: MeilisearchOptions): House {
  const { index, folder, analyzer, lexicon, onNotice } = options;
  makeFolder(folder);
  const file = (suffix: string) => join(folder, `${index}.${suffix}`);
  const client = createClient(options);
  const outbox = openOutbox(file('outbox.db'));
  const server = loadMeilisearchSettings();
  const allSettings = madeOf(lexicon, (now) => {
    const { synonyms } = compileSynonyms(now, analyzer);
    return { ...server.index, synonyms };
  });
  const analysis = analysisFingerprint();
  const making = madeOf(lexicon, (now) => createMaking(analysis, createWordings(now, analyzer)));
  const carried = createCarried(client, index);
  const ready = once(async () => {
    await checkServer(client, options.url);
    const marker = markerOf({ analysis, making: making() });
    carried.learn(await openLive(client, index, allSettings(), marker));
  });
  const drainer = createDrainer({
    outbox,
    lockFile: file('send.lock'),
    send: (batch) =>
      afterArrival(
        outbox,
        () => sendBatch(client, index, retagged(batch, making()), ready),
        (outcome) => !('retry' in outcome),
      ),
    ...(onNotice ? { onNotice } : {}),
  });
  const settings = { ...loadEngineSettings(), rankedHits: server.rankedHits };
  return {
    ...options,
    client,
    settings,
    server,
    get allSettings() {
      return allSettings();
    },
    get making() {
      return making();
    },
    carried,
    analysis,
    outbox,
    drainer: {
      ...drainer,
      pause: (work) => drainer.pause(() => afterArrival(outbox, work)),
    },
    file,
    ready,
  };
}

const retagged = ({ puts, deletes }: Batch, making: Making): Batch => ({
  puts: puts.map((put) => ({ ...put, document: retag(put.document, making) })),
  deletes,
});

/** What the marker says of an index whose documents this program has made. */
export const markerOf = ({
  analysis,
  making,
}: Pick<House, 'analysis' | 'making'>): Omit<Marker, 'run' | 'at'> => ({
  analysis,
  wordings: [...making.wordings.ids],
  fields: DOCUMENT_FIELDS,
});

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EngineError('index_unusable', `Cannot make the folder ${folder}: ${reason}.`, {
      cause: error,
    });
  }
}

/** Makes a function that does something once for all who ask; what failed is tried again by the next. */
export function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work().catch((error: unknown) => {
      done = undefined;
      throw error;
    });
    return done;
  };
}
