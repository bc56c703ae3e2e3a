import { createDocumentMaker } from '../../../../dist/indexer/document.js';
import { createAnalyzer } from '../../../../dist/indexer/language/analyzer.js';

const analyzer = createAnalyzer();

/** What an engine needs beside a server and a folder; no synonyms, no topics, to begin fast. */
export const parts = {
  analyzer,
  lexicon: {
    stopWords: new Set(),
    questionWords: new Set(),
    questionPhrases: [],
    auxiliaries: new Set(),
    answerWords: new Map(),
    synonyms: [],
  },
  toDocument: createDocumentMaker(analyzer, () => undefined),
};

export const documentOf = (id, body) =>
  parts.toDocument({ id, title: 'Sənəd', body, topics: [], lang: 'az' });
