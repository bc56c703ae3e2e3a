import type { Asker } from './asker.js';
import type { HttpWatch } from './http-watch.js';

/** What a design came to in one query. */
export interface Checked {
  readonly milliseconds: number;
  readonly requests: number;
  readonly total: number;
  /** Of the documents with a date, each of which has one year, the years add up to the total. */
  readonly addsUp: boolean;
  /** Hits that three pages show twice, and that they should show and do not. */
  readonly repeated: number;
  readonly missing: number;
}

const PAGES = [1, 2, 3];
const HITS = 20;
const COUNTED = ['topic', 'author', 'source', 'year'] as const;
/** Before the first date: only articles with a date are asked for. */
const DATED = '1900-01-01';

/** Asks for the first page as readers do, with a watch in hand, then for what must fit to it. */
export async function checkDesign(asker: Asker, q: string, http: HttpWatch): Promise<Checked> {
  const question = { q, facets: COUNTED, hitsPerPage: HITS };
  http.read();
  const started = performance.now();
  const { total } = await asker.ask(question);
  const milliseconds = performance.now() - started;
  const { requests } = http.read();
  const shown: string[] = [];
  for (const page of PAGES) {
    shown.push(...(await asker.ask({ ...question, page })).hits.map(({ id }) => id));
  }
  const different = new Set(shown).size;
  return {
    milliseconds,
    requests,
    total,
    addsUp: await addsUp(asker, q),
    repeated: shown.length - different,
    missing: Math.max(0, Math.min(total, HITS * PAGES.length) - different),
  };
}

async function addsUp(asker: Asker, q: string): Promise<boolean> {
  const { total, facets } = await asker.ask({ q, from: DATED, facets: ['year'] });
  const counts = Object.values(facets['year'] ?? {});
  return total === counts.reduce((sum, count) => sum + count, 0);
}
