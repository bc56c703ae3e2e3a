import { createAnalyzer, type Analyzer } from '../../indexer/language/analyzer.js';
import { lettersOf } from '../../indexer/language/twins.js';
import type { Asker, EachContender } from './asker.js';
import { readCorpus, sample, withTitles } from './corpus.js';
import { dataPath, readTable } from './data.js';
import { countOf, printOutcomes } from './table.js';

const SAMPLE = 300;
const KINDS = ['typo', 'ascii_only', 'split'] as const;

interface Place {
  readonly kind: string;
  readonly place: number;
}

const rows = () => readTable('eval/spelling-errors.tsv');

/** Errors that were really typed, about so many of each kind. */
export const typedErrors = (of: number) =>
  KINDS.flatMap((kind) =>
    sample(
      rows().filter((row) => row['kind'] === kind),
      of,
    ),
  );

async function askErrors(asker: Asker): Promise<Place[]> {
  const places: Place[] = [];
  for (const { typed = '', correct = '', kind = '' } of typedErrors(SAMPLE)) {
    const { hits } = await asker.ask({ q: `${typed} `, hitsPerPage: 10 });
    const place = hits.findIndex(({ title }) => title === correct);
    places.push({ kind, place: place < 0 ? Infinity : place + 1 });
  }
  return places;
}

/** Typed errors as queries, over documents that are one correct word each. */
async function findErrors(each: EachContender): Promise<void> {
  const words = [...new Set(rows().map(({ correct = '' }) => correct))];
  const titles = new Map(words.map((word, at) => [`word-${at}`, word]));
  const outcomes = await withTitles(titles, (path) => each([path], askErrors));
  const share = (kind: string, most: number) => (places: readonly Place[]) => {
    const those = places.filter((each) => each.kind === kind);
    return countOf(those.filter(({ place }) => place <= most).length, those.length);
  };
  printOutcomes(
    `Typed errors (eval/spelling-errors.tsv), over ${titles.size} documents that are a correct word`,
    outcomes,
    KINDS.flatMap((kind) => [
      [`${kind}: first`, share(kind, 1)] as const,
      [`${kind}: first ten`, share(kind, 10)] as const,
    ]),
  );
}

interface Reading {
  readonly typed: string;
  readonly correct: string;
  readonly kind: string;
  /** The word as typed, and what else it may have been meant for. */
  readonly readings: readonly string[];
  readonly isAmong: boolean;
  readonly isFirst: boolean;
}

const MOST_WORDS = 2000;

/** Single words whose correct form occurs in the news or the laws. */
async function wordsInUse(files: readonly string[], analyzer: Analyzer) {
  const vocabulary = new Set<string>();
  for (const { title, body } of await readCorpus(files)) {
    for (const { word } of analyzer.tokens(`${title}\n${body}`)) vocabulary.add(word.form);
  }
  const isWord = (text = '') => /^\p{L}+$/u.test(text);
  return rows().filter(
    ({ typed, correct = '' }) =>
      isWord(typed) && isWord(correct) && vocabulary.has(analyzer.word(correct).form),
  );
}

/** Typed words against the vocabulary of a large index: what does the engine take them for? */
async function readErrors(each: EachContender, listsErrors: boolean): Promise<void> {
  const files = [dataPath('news.jsonl'), dataPath('laws.jsonl')];
  const analyzer = createAnalyzer();
  const asked = sample(await wordsInUse(files, analyzer), MOST_WORDS);
  const read = async (asker: Asker): Promise<Reading[]> => {
    const found: Reading[] = [];
    for (const { typed = '', correct = '', kind = '' } of asked) {
      const { readings = [] } = await asker.ask({ q: `${typed} `, hitsPerPage: 1 });
      found.push(judge({ typed, correct, kind, readings: readings[0] ?? [] }, analyzer));
    }
    return found;
  };
  const outcomes = (await each(files, read)).filter(({ name }) => name !== 'plain');
  const share = (of: 'isAmong' | 'isFirst', kind?: string) => (all: readonly Reading[]) => {
    const those = all.filter((reading) => kind === undefined || reading.kind === kind);
    return countOf(those.filter((reading) => reading[of]).length, those.length);
  };
  printOutcomes(`Typed errors against the words of 18,535 documents`, outcomes, [
    ['right word among expansions', share('isAmong')],
    ['right word first', share('isFirst')],
    ['  typo: among', share('isAmong', 'typo')],
    ['  typo: first', share('isFirst', 'typo')],
    ['  ascii_only: among', share('isAmong', 'ascii_only')],
    ['  ascii_only: first', share('isFirst', 'ascii_only')],
  ]);
  if (listsErrors) for (const { name, result } of outcomes) listErrors(name, result);
}

function judge(
  asked: Pick<Reading, 'typed' | 'correct' | 'kind' | 'readings'>,
  analyzer: Analyzer,
): Reading {
  const [typed, correct] = [analyzer.word(asked.typed), analyzer.word(asked.correct)];
  // Readings are told in plain letters, without the mark that parts twins.
  const isIt = (letters: string | undefined) => letters === lettersOf(correct.fold);
  const meets = [...typed.stems, ...typed.twins].some((stem) => correct.stems.includes(stem));
  return {
    ...asked,
    isAmong: meets || asked.readings.some(isIt),
    isFirst: meets || isIt(asked.readings[0]),
  };
}

function listErrors(name: string, readings: readonly Reading[]): void {
  console.log(`\n  ${name}: typed, correct, read as`);
  for (const { typed, correct, readings: found } of readings.filter(({ isFirst }) => !isFirst)) {
    console.log(`    ${typed.padEnd(20)}${correct.padEnd(20)}${found.slice(0, 5).join(' ')}`);
  }
}

export async function evaluateSpelling(each: EachContender, listsErrors: boolean): Promise<void> {
  await readErrors(each, listsErrors);
  await findErrors(each);
}
