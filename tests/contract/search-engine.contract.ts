import { describe } from 'vitest';
import { concurrencyContract } from './concurrency.js';
import { countsContract } from './counts.js';
import { documentsContract } from './documents.js';
import { facetsContract } from './facets.js';
import { filtersContract } from './filters.js';
import { hostileInputContract } from './hostile-input.js';
import { layersContract } from './layers.js';
import { lifecycleContract } from './lifecycle.js';
import { matchingContract } from './matching.js';
import { pagingAndSortContract } from './paging-sort.js';
import { phrasesAndExclusionsContract } from './phrases-exclusions.js';
import { rebuildContract } from './rebuild.js';
import { relaxationContract } from './relaxation.js';
import type { MakeEngine } from './test-index.js';
import { walkContract } from './walk.js';
import { whereContract } from './where.js';
import { wordReportsContract } from './word-reports.js';

/**
 * The contract of the `SearchEngine` port: every engine runs it unchanged, in a test file of its
 * own that calls it with a factory of fresh, empty engines.
 *
 * @example searchEngineContract(async () => ({ engine, dispose: () => engine.close() }))
 */
export function searchEngineContract(makeEngine: MakeEngine): void {
  describe('documents', () => documentsContract(makeEngine));
  describe('match layers', () => layersContract(makeEngine));
  describe('relaxation', () => relaxationContract(makeEngine));
  describe('matching', () => matchingContract(makeEngine));
  describe('phrases and exclusions', () => phrasesAndExclusionsContract(makeEngine));
  describe('filters', () => filtersContract(makeEngine));
  describe('where', () => whereContract(makeEngine));
  describe('facets', () => facetsContract(makeEngine));
  describe('counts', () => countsContract(makeEngine));
  describe('paging and sort', () => pagingAndSortContract(makeEngine));
  describe('walk', () => walkContract(makeEngine));
  describe('word reports', () => wordReportsContract(makeEngine));
  describe('hostile input', () => hostileInputContract(makeEngine));
  describe('concurrency', () => concurrencyContract(makeEngine));
  describe('rebuild', () => rebuildContract(makeEngine));
  describe('lifecycle', () => lifecycleContract(makeEngine));
}
