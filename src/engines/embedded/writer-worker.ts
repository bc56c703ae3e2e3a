import { z } from 'zod';
import type { SearchDocument } from '../../../indexer/document.js';
import { createAnalyzer } from '../../../indexer/language/analyzer.js';
import { openFolder } from './location.js';
import { serveCalls, startData } from './rpc.js';
import { openWriter } from './write-lock.js';

/** Writes to the index, in a thread of its own. */
export type WriterService = typeof service;

/** The writer asks for each word once, when the vocabulary gets it. */
const REMEMBERED_WORDS = 1_000;

const analyzer = createAnalyzer(undefined, REMEMBERED_WORDS);
const writer = openWriter(openFolder(z.string().parse(startData())), analyzer);

const service = {
  upsert: (documents: readonly SearchDocument[]): void =>
    writer.transaction((index) => index.upsert(documents)),
  remove: (ids: readonly string[]): number => writer.transaction((index) => index.remove(ids)),
};

serveCalls(service);
