import type { Analyzer } from '../../../indexer/language/analyzer.js';
import type { Lexicon, SynonymGroup } from '../../../indexer/lexicon/lexicon.js';
import { foldsOfGroup } from './group-folds.js';
import { toTerm } from '../terms.js';

/** The `synonyms` setting of an index: a phrase, and the phrases that count as it. */
export type SynonymMap = Record<string, string[]>;

/** A phrase that the setting cannot hold, as it stands in the lexicon. */
export interface LeftOut {
  readonly phrase: string;
  readonly why: string;
}

export interface CompiledSynonyms {
  readonly synonyms: SynonymMap;
  readonly left: readonly LeftOut[];
}

/** What goes beyond these Meilisearch drops without a word. */
const MOST_KEY_WORDS = 3;
const MOST_KEY_BYTES = 499;
const MOST_VALUES = 50;
const MOST_VALUE_WORDS = 100;

/**
 * Makes the `synonyms` setting of Meilisearch, for whoever searches the index itself: Axtar's own
 * queries bring their wordings along. Keys and values are folded words, written as documents hold
 * them, with one space between; mutual groups are spelt out both ways. Keys, values and what is left
 * out come in an order of their own, so that equal lexicons give equal settings.
 *
 * @example the mutual group `dəniz`, `dərya` gives { deniz: ['derya'], derya: ['deniz'] }
 */
export function compileSynonyms(lexicon: Lexicon, analyzer: Analyzer): CompiledSynonyms {
  const groups = lexicon.synonyms.filter(({ mode }) => mode !== 'off');
  const written = new Map<string, string>();
  const fold = (phrase: string, group: SynonymGroup): string => {
    const folds = foldsOfGroup(group, { lexicon, analyzer }).get(phrase) ?? [];
    const folded = folds.map(toTerm).join(' ');
    if (!written.has(folded)) written.set(folded, phrase);
    return folded;
  };
  const rules = sortedEntries(collect(groups, fold)).map(([key, values]) => fit(key, values));
  const left = rules.flatMap((rule) =>
    rule.left.map(({ phrase, why }) => ({ phrase: written.get(phrase) ?? phrase, why })),
  );
  return {
    synonyms: Object.fromEntries(
      rules.flatMap(({ key, values }) => (values.length > 0 ? [[key, values]] : [])),
    ),
    left: [...groups.flatMap(leaveCased), ...left].sort(
      (a, b) => compare(a.phrase, b.phrase) || compare(a.why, b.why),
    ),
  };
}

/** All values of each key, of whatever length; a key is never its own value. */
function collect(
  groups: readonly SynonymGroup[],
  foldIn: (phrase: string, group: SynonymGroup) => string,
): Map<string, Set<string>> {
  const values = new Map<string, Set<string>>();
  for (const group of groups) {
    const { mode, head, members, cased = [] } = group;
    const fold = (phrase: string) => foldIn(phrase, group);
    const phrases = [head, ...members].filter((phrase) => !cased.includes(phrase)).map(fold);
    const keys = mode === 'mutual' ? phrases : cased.includes(head) ? [] : [fold(head)];
    for (const key of keys.filter((phrase) => phrase !== '')) {
      const others = phrases.filter((phrase) => phrase !== '' && phrase !== key);
      values.set(key, new Set([...(values.get(key) ?? []), ...others]));
    }
  }
  return values;
}

const leaveCased = ({ cased = [] }: SynonymGroup): LeftOut[] =>
  cased.map((phrase) => ({
    phrase,
    why: 'it counts only in this spelling, and Meilisearch does not tell capitals from small letters',
  }));

interface FittedRule {
  readonly key: string;
  readonly values: string[];
  readonly left: readonly LeftOut[];
}

/** What of one key Meilisearch would take, the shortest values first. */
function fit(key: string, all: ReadonlySet<string>): FittedRule {
  const refusal = refuseKey(key);
  if (refusal !== undefined) return { key, values: [], left: [{ phrase: key, why: refusal }] };
  const sorted = [...all].sort(shorterFirst);
  let words = 0;
  const values = sorted.slice(0, MOST_VALUES).filter((value) => {
    words += countWords(value);
    return words <= MOST_VALUE_WORDS;
  });
  const why =
    `"${key}" may stand for at most ${MOST_VALUES} phrases ` +
    `and ${MOST_VALUE_WORDS} words in all; shorter ones came first`;
  return { key, values, left: sorted.slice(values.length).map((phrase) => ({ phrase, why })) };
}

function refuseKey(key: string): string | undefined {
  if (countWords(key) > MOST_KEY_WORDS) {
    return `only phrases of up to ${MOST_KEY_WORDS} words can stand for others`;
  }
  // All of it is ASCII, so that a character is a byte.
  return key.length > MOST_KEY_BYTES
    ? `only phrases of up to ${MOST_KEY_BYTES} bytes can stand for others`
    : undefined;
}

const countWords = (phrase: string): number => phrase.split(' ').length;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const shorterFirst = (a: string, b: string): number =>
  countWords(a) - countWords(b) || a.length - b.length || compare(a, b);

const sortedEntries = <Value>(map: ReadonlyMap<string, Value>): [string, Value][] =>
  [...map].sort(([a], [b]) => compare(a, b));

export interface SynonymDiff {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

/**
 * The keys by which two settings differ, each list sorted. The order of values means nothing.
 *
 * @example diffSynonyms({ a: ['b'] }, { a: ['c'], b: ['a'] }) // added b, removed none, changed a
 */
export function diffSynonyms(
  before: Readonly<Record<string, readonly string[]>>,
  after: Readonly<Record<string, readonly string[]>>,
): SynonymDiff {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const keys = (map: ReadonlyMap<string, unknown>) => [...map.keys()].sort(compare);
  return {
    added: keys(now).filter((key) => !old.has(key)),
    removed: keys(old).filter((key) => !now.has(key)),
    changed: keys(now).filter((key) => {
      const values = old.get(key);
      return values !== undefined && !haveSameValues(values, now.get(key) ?? []);
    }),
  };
}

function haveSameValues(some: readonly string[], others: readonly string[]): boolean {
  return some.every((value) => others.includes(value)) && others.every((v) => some.includes(v));
}
