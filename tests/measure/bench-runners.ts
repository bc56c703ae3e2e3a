import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FACETS, type FacetName, type SearchEngine } from '../../indexer/engine.js';
import { loadLexicon } from '../../indexer/lexicon/lexicon.js';
import { openDatabase } from '../../src/engines/database.js';
import { findExpression } from '../../src/engines/embedded/match.js';
import { toTerm } from '../../src/engines/terms.js';
import { createSearch } from '../../src/search/service.js';
import type { EngineName, Place, Question } from './asker.js';
import { openAxtar, toRequest } from './house.js';
import { openPlain, openPlainWithFacets } from './plain.js';
import type { MeasuredQuery } from './queries.js';

/** Milliseconds of one query. */
export interface Timing {
  /** In the engine, and in all with understanding and highlighting. */
  readonly engine?: number;
  readonly whole: number;
  /** The same words put to the bare full-text table: folded words joined by AND, nothing else. */
  readonly bare?: number;
}

/** A way to answer the queries of the benchmark. */
export interface Runner {
  readonly label: string;
  time(query: MeasuredQuery): Promise<Timing>;
  close(): Promise<void>;
}

const COUNTED: readonly FacetName[] = ['topic', 'author', 'source', 'year'];

const toQuestion = ({ q, from }: MeasuredQuery): Question =>
  from === undefined
    ? { q, facets: COUNTED, highlight: true }
    : { q, from, facets: FACETS, highlight: true };

/** The ways to ask an index that an engine has made. */
export function openRunners(name: EngineName, place: Place): Runner[] {
  if (name === 'plain') {
    return [
      asking('plain, query alone', openPlain(place)),
      asking('plain, with facets', openPlainWithFacets(place)),
    ];
  }
  return [openTimedAxtar(name, place)];
}

type Asking = Pick<ReturnType<typeof openPlain>, 'ask' | 'close'>;

const asking = (label: string, { ask, close }: Asking): Runner => ({
  label,
  close,
  time: async (query) => ({ whole: await milliseconds(() => ask(toQuestion(query))) }),
});

/** The search service over an engine with a watch in its hand. */
function openTimedAxtar(name: 'embedded' | 'meilisearch', place: Place): Runner {
  const axtar = openAxtar(place);
  let spent = 0;
  const engine: SearchEngine = {
    ...axtar.engine,
    search: async (query) => {
      const started = performance.now();
      const result = await axtar.engine.search(query);
      spent += performance.now() - started;
      return result;
    },
  };
  const search = createSearch({ ...axtar, engine, lexicon: loadLexicon() });
  const label = name === 'embedded' ? 'Axtar embedded' : 'Axtar on Meilisearch';
  const bareTime = name === 'embedded' ? openBareTable(place, axtar) : undefined;
  return {
    label,
    close: axtar.close,
    time: async (query) => {
      const bare = await bareTime?.(query.q);
      spent = 0;
      const whole = await milliseconds(() => search(toRequest(toQuestion(query))));
      return { engine: spent, whole, ...(bare === undefined ? {} : { bare }) };
    },
  };
}

/** The full-text table of an embedded index, asked without any of our engine. */
function openBareTable({ dataDir }: Place, { analyzer }: ReturnType<typeof openAxtar>) {
  const folder = join(dataDir, 'index');
  const file = readdirSync(folder).find((entry) => entry.endsWith('.db')) ?? '';
  const table = openDatabase(join(folder, file));
  return (q: string): Promise<number> => {
    const words = analyzer.analyze(q).tokens.map(({ word }) => `"${toTerm(word.fold)}"`);
    return milliseconds(() => Promise.resolve(findExpression(table, words.join(' AND '))));
  };
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
