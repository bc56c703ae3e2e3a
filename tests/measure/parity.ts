import { isDeepStrictEqual } from 'node:util';
import type { Answered, Asker, EachContender } from './asker.js';
import { parityFiles, parityQuestions, type ParityQuestion } from './parity-questions.js';
import { mean, percent } from './table.js';

/** How the answers of two engines to one question compare. */
interface Agreement {
  readonly question: ParityQuestion;
  readonly answers: readonly [Answered, Answered];
  readonly top: boolean;
  /** Share of the first ten hits that both have. */
  readonly overlap: number;
  readonly total: boolean;
  readonly facets: boolean;
}

const LISTED = 20;

async function askAll(asker: Asker, questions: readonly ParityQuestion[]): Promise<Answered[]> {
  const answers: Answered[] = [];
  for (const question of questions) answers.push(await asker.ask(question));
  return answers;
}

function compare(question: ParityQuestion, one: Answered, other: Answered): Agreement {
  return {
    question,
    answers: [one, other],
    top: one.hits[0]?.id === other.hits[0]?.id,
    overlap: overlapOf(
      one.hits.map(({ id }) => id),
      other.hits.map(({ id }) => id),
    ),
    total: one.total === other.total,
    facets: isDeepStrictEqual(one.facets, other.facets),
  };
}

function overlapOf(some: readonly string[], others: readonly string[]): number {
  const most = Math.max(some.length, others.length);
  return most === 0 ? 1 : some.filter((id) => others.includes(id)).length / most;
}

/** Do embedded and meilisearch give the same answers, on one index of everything? */
export async function evaluateParity(each: EachContender, listsErrors: boolean): Promise<void> {
  const questions = await parityQuestions();
  const outcomes = await each(parityFiles(), (asker) => askAll(asker, questions));
  const answersOf = (engine: string) => outcomes.find(({ name }) => name === engine)?.result ?? [];
  const [embedded, meilisearch] = [answersOf('embedded'), answersOf('meilisearch')];
  const agreements = questions.flatMap((question, at) => {
    const [one, other] = [embedded[at], meilisearch[at]];
    return one && other ? [compare(question, one, other)] : [];
  });
  printAgreements(agreements);
  if (listsErrors) listDisagreements(agreements);
}

function printAgreements(agreements: readonly Agreement[]): void {
  console.log('\nParity of embedded and meilisearch, on news, laws and the five pages');
  console.log('  set        queries   same top   first ten   same total   same facets');
  for (const set of [...new Set(agreements.map(({ question }) => question.set)), 'all']) {
    const those = agreements.filter(({ question }) => set === 'all' || question.set === set);
    const share = (of: (agreement: Agreement) => boolean | number) =>
      percent(mean(those.map((agreement) => Number(of(agreement)))));
    const cells = [
      share(({ top }) => top).padStart(11),
      share(({ overlap }) => overlap).padStart(12),
      share(({ total }) => total).padStart(13),
      share(({ facets }) => facets).padStart(14),
    ];
    console.log(`  ${set.padEnd(10)}${String(those.length).padStart(8)}${cells.join('')}`);
  }
}

function listDisagreements(agreements: readonly Agreement[]): void {
  const different = agreements.filter(({ top, total, facets }) => !top || !total || !facets);
  console.log(`  ${different.length} differ in top hit, total or facets; the first ${LISTED}:`);
  for (const { question, answers, top, total, facets } of different.slice(0, LISTED)) {
    const what = [
      ...(top ? [] : ['top']),
      ...(total ? [] : ['total']),
      ...(facets ? [] : ['facets']),
    ];
    console.log(`  [${question.set}] ${question.q.trim()}: ${what.join(', ')}`);
    answers.forEach((answer, at) => {
      console.log(`    ${at === 0 ? 'embedded   ' : 'meilisearch'} ${describe(answer)}`);
    });
  }
}

function describe({ hits: [top], total }: Answered): string {
  return top
    ? `${total} found; ${top.id} (${top.layer ?? '-'}) ${top.title.slice(0, 80)}`
    : 'nothing found';
}
