import { differenceOf, dropOne, isEnding, isOneSlip } from './slip.js';
import { isName, type Lexeme } from './vocabulary.js';

/** Two lexemes near each other by spelling or sound. */
interface Pair {
  /** The more frequent, and the other. */
  readonly head: Lexeme;
  readonly rarer: Lexeme;
  /** Their name keys meet: search finds one by the other already, but only as a weak match. */
  readonly sound: boolean;
}

/** Two lexemes that may be one word. */
export interface Candidate extends Pair {
  /** In how many pairs the same letters stand for each other; many make it a matter of grammar. */
  readonly alternations: number;
}

export interface CandidateOptions {
  /** In how many articles the rarer one must be. */
  readonly minCount: number;
  /** Lexemes that are no candidates, such as stop words. */
  readonly except: ReadonlySet<Lexeme>;
}

/** Of shorter words any two are near each other. */
const LEAST_LETTERS = 4;
/** A word that others are taken for is not itself an accident. */
const LEAST_HEAD_COUNT = 3;
/** The contexts of so many are kept in memory; on more, grammar and the rarest ones give way. */
const MOST_CANDIDATES = 50_000;

/**
 * Pairs that are near by spelling (one slip) or, of names, by name key. Takes time and memory in
 * proportion to the vocabulary: near words are found by what is left when a letter is dropped.
 *
 * @example findCandidates(vocabulary.lexemes, { minCount: 1, except: new Set() })
 */
export function findCandidates(
  lexemes: readonly Lexeme[],
  { minCount, except }: CandidateOptions,
): Candidate[] {
  const words = lexemes.filter(
    (lexeme) =>
      lexeme.stem.length >= LEAST_LETTERS && lexeme.articles >= minCount && !except.has(lexeme),
  );
  const near = new Map<string, Pair>();
  // A pair by key comes second, so that it is the one kept.
  for (const pair of [...pairBySpelling(words), ...pairByKey(words)]) {
    if (mayBeOne(pair)) near.set(`${pair.head.id} ${pair.rarer.id}`, pair);
  }
  return withAlternations([...near.values()])
    .sort((a, b) => a.alternations - b.alternations || b.rarer.count - a.rarer.count)
    .slice(0, MOST_CANDIDATES);
}

function pairOf(a: Lexeme, b: Lexeme, sound: boolean): Pair {
  const first = a.count > b.count || (a.count === b.count && a.id < b.id);
  return first ? { head: a, rarer: b, sound } : { head: b, rarer: a, sound };
}

function* pairBySpelling(words: readonly Lexeme[]): Generator<Pair> {
  const heads = words.filter(({ count }) => count >= LEAST_HEAD_COUNT);
  const byRest = groupBy(heads, ({ stem }) => dropOne(stem));
  for (const word of words) {
    for (const rest of dropOne(word.stem)) {
      for (const head of byRest.get(rest) ?? []) {
        if (isOneSlip(head.stem, word.stem)) yield pairOf(head, word, false);
      }
    }
  }
}

function* pairByKey(words: readonly Lexeme[]): Generator<Pair> {
  for (const alike of groupBy(words.filter(isName), ({ keys }) => keys).values()) {
    for (const [at, name] of alike.entries()) {
      for (const other of alike.slice(0, at)) yield pairOf(other, name, true);
    }
  }
}

function groupBy(
  lexemes: readonly Lexeme[],
  keysOf: (lexeme: Lexeme) => Iterable<string>,
): Map<string, Lexeme[]> {
  const groups = new Map<string, Lexeme[]>();
  for (const lexeme of lexemes) {
    for (const key of keysOf(lexeme)) {
      const group = groups.get(key);
      if (group) group.push(lexeme);
      else groups.set(key, [lexeme]);
    }
  }
  return groups;
}

/** Not where one is the other with an ending, nor where search takes them for one word anyway. */
const mayBeOne = ({ head, rarer }: Pair): boolean =>
  !isEnding(head.stem, rarer.stem) &&
  ![...rarer.stems].some((stem) => head.stems.has(stem)) &&
  // Every letter of an abbreviation counts: IVQD is not VIQD.
  !(isAbbreviation(head) && isAbbreviation(rarer));

const isAbbreviation = ({ acronyms, count }: Lexeme): boolean => acronyms === count;

/**
 * Grammar repeats itself and slips do not: that one word has -ib where another has -ir is seen in
 * many pairs, that "gimna" is followed by "izya" instead of "ziya" in one.
 */
function withAlternations(pairs: readonly Pair[]): Candidate[] {
  const counts = new Map<string, number>();
  const keyOf = ({ head, rarer }: Pair) => differenceOf(head.stem, rarer.stem);
  for (const pair of pairs) counts.set(keyOf(pair), (counts.get(keyOf(pair)) ?? 0) + 1);
  return pairs.map((pair) => ({ ...pair, alternations: counts.get(keyOf(pair)) ?? 1 }));
}
