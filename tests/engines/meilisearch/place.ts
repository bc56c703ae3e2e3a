import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Lexicon } from '../../../indexer/lexicon/lexicon.js';
import { createClient, type Connection } from '../../../src/engines/meilisearch/client.js';
import { createMeilisearchEngine } from '../../../src/engines/meilisearch/engine.js';
import {
  openHouse,
  type House,
  type MeilisearchOptions,
} from '../../../src/engines/meilisearch/house.js';
import { readMarker } from '../../../src/engines/meilisearch/live.js';
import type { SearchEngine } from '../../../indexer/engine.js';
import { analyzer, toDocument } from '../../contract/test-index.js';
import { hasServer } from './server.js';

/** Whether tests may start a server, and so kill it: one that we are told of is not ours to kill. */
export const canStartServer = (): boolean => process.env['MEILI_URL'] === undefined && hasServer();

/** An index of its own on a server, and a folder for what waits to be sent there. */
export interface Place {
  readonly index: string;
  readonly folder: string;
  /** Opens the engine once more, as another process would. */
  open(options?: Partial<MeilisearchOptions>): SearchEngine;
  /** Opens the parts of an engine; nothing is sent before somebody asks for it. */
  openHouse(options?: Partial<MeilisearchOptions>): House;
  /** Names of the indexes beside the live one, with the run that their marker names. */
  others(): Promise<ReadonlyMap<string, string | undefined>>;
  /** Closes whatever was opened, and takes the folder away. */
  close(): Promise<void>;
  /** Takes the indexes away as well; the server must be there. */
  dispose(): Promise<void>;
}

const Indexes = z.object({ results: z.array(z.object({ uid: z.string() })) });
/** Without synonyms engines open faster. */
const lexicon: Lexicon = {
  stopWords: new Set(),
  questionWords: new Set(),
  questionPhrases: [],
  auxiliaries: new Set(),
  answerWords: new Map(),
  synonyms: [],
};

export function makePlace({ url, apiKey }: Connection): Place {
  const connection = { url, ...(apiKey === undefined ? {} : { apiKey }) };
  const index = `test-${randomUUID()}`;
  const folder = mkdtempSync(join(tmpdir(), 'axtar-outbox-'));
  const options = { ...connection, index, folder, analyzer, lexicon, toDocument };
  const client = createClient(connection);
  const closings: (() => Promise<void>)[] = [];

  async function others() {
    const { results } = await client.ask(client.raw.getIndexes({ limit: 1000 }), Indexes);
    const names = results.map(({ uid }) => uid).filter((uid) => uid.startsWith(`${index}_`));
    const markers = await Promise.all(names.map((name) => readMarker(client, name)));
    return new Map(names.map((name, at) => [name, markers[at]?.run]));
  }

  async function close(): Promise<void> {
    await Promise.all(closings.map((close) => close()));
    rmSync(folder, { recursive: true });
  }

  async function dispose(): Promise<void> {
    await close();
    for (const name of [index, ...(await others()).keys()]) {
      await client.raw.deleteIndex(name).waitTask();
    }
  }

  return {
    index,
    folder,
    open: (own) => {
      const engine = createMeilisearchEngine({ ...options, ...own });
      closings.push(engine.close);
      return engine;
    },
    openHouse: (own) => {
      const house = openHouse({ ...options, ...own });
      closings.push(async () => {
        await house.drainer.close();
        house.outbox.close();
      });
      return house;
    },
    others,
    close,
    dispose,
  };
}
