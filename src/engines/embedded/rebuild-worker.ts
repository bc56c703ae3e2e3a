import { z } from 'zod';
import { createDocumentMaker } from '../../../indexer/document.js';
import { createTopicCatalogue, loadTopics } from '../../../indexer/extraction/topics.js';
import { createAnalyzer } from '../../../indexer/language/analyzer.js';
import { openFolder } from './location.js';
import { notify, serveCalls, startData } from './rpc.js';
import { rebuild } from './rebuild.js';

/** One rebuild, in a thread of its own; it tells its progress as notices. */
export type RebuildService = typeof service;

const folder = openFolder(z.string().parse(startData()));

const service = {
  rebuild: (): void => {
    const analyzer = createAnalyzer();
    const topics = createTopicCatalogue(loadTopics());
    const toDocument = createDocumentMaker(analyzer, topics.topicOf);
    rebuild({ folder, analyzer, toDocument, onProgress: notify });
  },
};

serveCalls(service);
