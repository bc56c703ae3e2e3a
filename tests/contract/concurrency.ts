import { expect, it } from 'vitest';
import { idsOf, makeDocument, toQuery, useEngine, watch, type MakeEngine } from './test-index.js';

const DOCUMENTS = 20;
const VERSIONS = 25;

const versionOf = (version: number) =>
  Array.from({ length: DOCUMENTS }, (_, at) =>
    makeDocument({ id: `${at}`, body: `daimi söz, nəşr${version}`, source: `v${version}` }),
  );

/** Asks again and again until the work is done; at least once. */
async function askWhile<Answer>(work: Promise<void>, ask: () => Promise<Answer>) {
  const answers: Answer[] = [];
  const { isBusy } = watch(work);
  do answers.push(await ask());
  while (isBusy());
  await work;
  return answers;
}

/** Searches while documents are being written. */
export function concurrencyContract(makeEngine: MakeEngine): void {
  const { engine, fill } = useEngine(makeEngine);

  async function replaceAll(): Promise<void> {
    for (let version = 1; version <= VERSIONS; version++) await engine().upsert(versionOf(version));
  }

  it('finds each document in one version, never in two and never in none', async () => {
    await fill([]);
    await engine().upsert(versionOf(0));
    const query = toQuery('daimi ', { facets: ['source'], limit: 100 });
    const answers = await askWhile(replaceAll(), () => engine().search(query));
    for (const answer of answers) {
      expect(answer.total).toBe(DOCUMENTS);
      expect(new Set(idsOf(answer)).size).toBe(DOCUMENTS);
      const counted = answer.facets.source?.reduce((sum, { count }) => sum + count, 0);
      expect(counted).toBe(DOCUMENTS);
    }
    const last = await engine().search(query);
    expect(last.facets.source).toMatchObject([{ value: `v${VERSIONS}`, count: DOCUMENTS }]);
  });

  it('never shows a document under a word of another version', async () => {
    await fill([]);
    await engine().upsert(versionOf(0));
    const queries = Array.from({ length: VERSIONS }, (_, version) =>
      toQuery(`nəşr${version} `, { typos: false, limit: 100 }),
    );
    const answers = await askWhile(replaceAll(), () =>
      Promise.all(queries.map((query) => engine().search(query))),
    );
    for (const [version, { hits, total }] of answers.flatMap((round) => [...round.entries()])) {
      expect(hits).toHaveLength(total);
      for (const { article } of hits) expect(article.source).toBe(`v${version}`);
    }
  });

  it('takes writes from all sides', async () => {
    await fill([]);
    const writes = Array.from({ length: 40 }, (_, at) =>
      engine().upsert([makeDocument({ id: `${at}`, body: 'daimi' })]),
    );
    await Promise.all([...writes, engine().remove(['0'])]);
    expect((await engine().search(toQuery('daimi '))).total).toBe(39);
  });
}
