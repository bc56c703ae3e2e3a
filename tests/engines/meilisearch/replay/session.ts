import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SearchEngine } from '../../../../indexer/engine.js';
import { analysisFingerprint } from '../../../../indexer/fingerprint.js';
import type { Lexicon } from '../../../../indexer/lexicon/lexicon.js';
import { createMaking } from '../../../../src/engines/meilisearch/document.js';
import { createMeilisearchEngine } from '../../../../src/engines/meilisearch/engine.js';
import { createWordings } from '../../../../src/engines/meilisearch/wordings.js';
import { analyzer, toDocument } from '../../../contract/test-index.js';
import { listen, type Incoming, type Reply } from './listener.js';
import { createNames, type Names } from './names.js';

/** The groups of several words that the contract's own lexicon has; `config/` may change. */
const lexicon: Lexicon = {
  stopWords: new Set(),
  questionWords: new Set(),
  questionPhrases: [],
  auxiliaries: new Set(),
  answerWords: new Map(),
  synonyms: [{ id: 'un', mode: 'mutual', head: 'BMT', members: ['Birləşmiş Millətlər Təşkilatı'] }],
};
const analysis = analysisFingerprint();
const { made } = createMaking(analysis, createWordings(lexicon, analyzer));

/** What answers in place of a server, or between it and the engine. */
export interface Tape {
  reply(request: Incoming): Reply | Promise<Reply>;
}

/** An engine with an empty index and outbox of its own, whose requests go to a tape. */
export interface Session<Played extends Tape> {
  readonly index: string;
  readonly tape: Played;
  readonly engine: SearchEngine;
  close(): Promise<void>;
}

export async function openSession<Played extends Tape>(
  tapeFor: (names: Names) => Played,
): Promise<Session<Played>> {
  const index = `replay-${randomUUID()}`;
  const tape = tapeFor(createNames(index, analysis, made));
  const listener = await listen(async (request) => tape.reply(request));
  const folder = mkdtempSync(join(tmpdir(), 'axtar-replay-'));
  const shared = { analyzer, lexicon, toDocument };
  const engine = createMeilisearchEngine({ url: listener.url, index, folder, ...shared });
  const close = async () => {
    await engine.close();
    listener.close();
    rmSync(folder, { recursive: true });
  };
  return { index, tape, engine, close };
}
