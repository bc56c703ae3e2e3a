import { afterAll, beforeAll, describe } from 'vitest';
import { countsContract } from '../../../contract/counts.js';
import { documentsContract } from '../../../contract/documents.js';
import { facetsContract } from '../../../contract/facets.js';
import { filtersContract } from '../../../contract/filters.js';
import { hostileInputContract } from '../../../contract/hostile-input.js';
import { layersContract } from '../../../contract/layers.js';
import { matchingContract } from '../../../contract/matching.js';
import { pagingAndSortContract } from '../../../contract/paging-sort.js';
import { phrasesAndExclusionsContract } from '../../../contract/phrases-exclusions.js';
import { relaxationContract } from '../../../contract/relaxation.js';
import { walkContract } from '../../../contract/walk.js';
import { whereContract } from '../../../contract/where.js';
import { wordReportsContract } from '../../../contract/word-reports.js';
import { hasServer, useServer, type TestServer } from '../server.js';
import { recordGroup, replayGroup, type Group } from './group.js';

/** The groups of the contract that ask the same in every run. */
const GROUPS: readonly Group[] = [
  { name: 'documents', contract: documentsContract },
  { name: 'layers', contract: layersContract },
  { name: 'relaxation', contract: relaxationContract },
  { name: 'matching', contract: matchingContract },
  { name: 'phrases-exclusions', contract: phrasesAndExclusionsContract },
  { name: 'filters', contract: filtersContract },
  { name: 'where', contract: whereContract },
  { name: 'facets', contract: facetsContract },
  { name: 'counts', contract: countsContract },
  { name: 'paging-sort', contract: pagingAndSortContract },
  { name: 'walk', contract: walkContract },
  { name: 'word-reports', contract: wordReportsContract },
  {
    name: 'hostile-input',
    contract: hostileInputContract,
    random: new Set([
      'answers any query, and changes nothing by it',
      'takes any value of a filter as that value',
    ]),
  },
];

/** Where tests on a real server run; the address itself may hold a password. */
const place = process.env['MEILI_URL'] === undefined ? '`meilisearch` of the PATH' : 'MEILI_URL';
const none = 'no server (neither MEILI_URL nor `meilisearch` on the PATH)';
const whatRuns = hasServer()
  ? `Meilisearch: tests run on a real server (${place}); recorded exchanges are replayed as well.`
  : `Meilisearch: ${none}. Recorded exchanges are replayed; tests on a real server are skipped.`;

// The mode of `npm run record`.
if (process.env['MODE'] === 'record') {
  describe('the Meilisearch engine, recorded', () => {
    let server: TestServer | undefined;
    beforeAll(async () => {
      if (!hasServer()) throw new Error(`Meilisearch: ${none}. Recording needs one.`);
      console.info(`Meilisearch: recording a real server (${place}).`);
      server = await useServer();
    });
    afterAll(() => server?.stop());
    const running = () => {
      if (!server) throw new Error('The server is not there yet.');
      return server;
    };
    for (const group of GROUPS) recordGroup(group, running);
  });
} else {
  describe('the Meilisearch engine on recorded exchanges', () => {
    beforeAll(() => console.info(whatRuns));
    for (const group of GROUPS) replayGroup(group);
  });
}
