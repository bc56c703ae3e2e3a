import type { EngineHit, EngineResult, WordReport } from '../../indexer/engine.js';
import type { Analyzer, Token } from '../../indexer/language/analyzer.js';
import { lettersOf } from '../../indexer/language/twins.js';
import type { Word } from '../../indexer/language/word.js';
import type { Answer } from './present.js';
import type { QueryReport } from './response.js';

type Corrected = NonNullable<QueryReport['corrected']>;
type Reading = Corrected['words'][number];

/** Hits, and characters of each, that are looked through for how a word is written. */
const HITS = 10;
const CHARACTERS = 2000;

/**
 * What was typed as it was read, where it had to be read otherwise: as misspelt, as a name in
 * another spelling, in another script, or on another keyboard. Undefined where it was taken as it is.
 *
 * @param proposed hits of the query with what its rare words may have been meant for
 */
export function correctedOf(
  typed: string,
  { read, result, layout }: Answer,
  proposed: readonly EngineHit[],
  analyzer: Analyzer,
): Corrected | undefined {
  const spelling = spellingIn([...result.hits, ...proposed], analyzer);
  const readings = read.words.map(({ text, word }, at): Reading | undefined => {
    const report = result.words[at];
    if (!report) return undefined;
    const by = reasonOf(report, word, isFoundAsTyped(result, at));
    if (!by) return undefined;
    const meant = by === 'spelling of a name' ? spelling.nameOf(word) : likeliest(report, word);
    return meant && { typed: text, read: spelling.of(meant), by };
  });
  const words = readings.filter((reading) => reading !== undefined);
  if (words.length === 0 && !layout) return undefined;
  return {
    text: read.words.map(({ text }, at) => readings[at]?.read ?? text).join(' '),
    searched: result.words.every(({ doubtful }) => !doubtful),
    words: layout ? [{ typed, read: layout.text, by: 'keyboard' }, ...words] : words,
  };
}

const isFoundAsTyped = ({ hits }: EngineResult, at: number): boolean =>
  hits.some(({ layers }) => layers[at] === 'exact');

function reasonOf(
  { known, sounded, corrections, doubtful }: WordReport,
  { script }: Word,
  foundAsTyped: boolean,
): Reading['by'] | undefined {
  if (sounded) return 'spelling of a name';
  if (corrections.length > 0 || doubtful) return 'misspelling';
  return known && script !== 'Latn' && !foundAsTyped ? 'script' : undefined;
}

/** What a misspelt word was meant for; of a word in another script its Latin reading. */
const likeliest = ({ corrections, proposals, doubtful }: WordReport, word: Word): Word =>
  corrections[0] ??
  (doubtful ? proposals[0] : undefined) ?? { ...word, form: word.readings[0] ?? word.form };

/** How the articles that were found write a word: with its diacritics and capitals. */
function spellingIn(hits: readonly EngineHit[], analyzer: Analyzer) {
  const texts = hits
    .slice(0, HITS)
    .map(({ article }) => `${article.title}\n${article.body}`.slice(0, CHARACTERS));
  let found: Token[] | undefined;
  const tokens = () => (found ??= texts.flatMap((text) => analyzer.analyze(text).tokens));
  const meet = (some: readonly string[], others: readonly string[]) =>
    some.some((value) => others.includes(value));
  return {
    of: ({ fold, form }: Word): string =>
      commonest(tokens().flatMap(({ word, text }) => (word.fold === fold ? [text] : []))) ??
      lettersOf(form),
    nameOf: ({ keys }: Word): Word | undefined => {
      const names = tokens().filter(({ name, word }) => name && meet(word.keys, keys));
      const shortest = Math.min(...names.map(({ word }) => word.form.length));
      return names.find(({ word }) => word.form.length === shortest)?.word;
    },
  };
}

/** The value that occurs most often; of equals the first. */
function commonest(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
