import type { KeysOf } from './stem-methods.js';

export interface Counts {
  /** Pairs of forms that share a lemma, that share a key, and that share both. */
  readonly gold: number;
  readonly joined: number;
  readonly right: number;
}

/** The forms of one source, each with its lemmas. */
export type Lemmas = ReadonlyMap<string, readonly string[]>;

/** One lemma whose forms have fallen apart, or one key that holds several lemmas. */
export interface WrongGroup {
  readonly name: string;
  /** Pairs that should have been joined, or should not. */
  readonly pairs: number;
  /** The forms by what parts them: keys within a lemma, lemmas within a key. */
  readonly parts: ReadonlyMap<string, readonly string[]>;
}

function groupBy(forms: readonly string[], keysOf: KeysOf): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const form of forms) {
    for (const key of new Set(keysOf(form))) {
      const group = groups.get(key);
      if (group) group.push(form);
      else groups.set(key, [form]);
    }
  }
  return groups;
}

function pairsOf(forms: readonly string[], keysOf: KeysOf): Set<string> {
  const pairs = new Set<string>();
  for (const group of groupBy(forms, keysOf).values()) {
    group.forEach((a, at) => {
      for (const b of group.slice(at + 1)) pairs.add(`${a} ${b}`);
    });
  }
  return pairs;
}

const lemmasOf =
  (lemmas: Lemmas): KeysOf =>
  (form) =>
    lemmas.get(form) ?? [];

/** Counts pairs of different forms. */
export function countPairs(lemmas: Lemmas, keysOf: KeysOf): Counts {
  const forms = [...lemmas.keys()];
  const gold = pairsOf(forms, lemmasOf(lemmas));
  const joined = pairsOf(forms, keysOf);
  const right = [...joined].filter((pair) => gold.has(pair)).length;
  return { gold: gold.size, joined: joined.size, right };
}

/** Counts pairs of a form as it is asked for and another form as it is found, each both ways. */
export function countMeetings(lemmas: Lemmas, asked: KeysOf, found: KeysOf): Counts {
  const forms = [...lemmas.keys()];
  const byLemma = groupBy(forms, lemmasOf(lemmas));
  const byKey = groupBy(forms, found);
  let [gold, joined, right] = [0, 0, 0];
  for (const form of forms) {
    const others = (groups: Map<string, string[]>, keys: readonly string[]) =>
      new Set(keys.flatMap((key) => groups.get(key) ?? []).filter((other) => other !== form));
    const relatives = others(byLemma, lemmas.get(form) ?? []);
    const met = others(byKey, asked(form));
    gold += relatives.size;
    joined += met.size;
    right += [...met].filter((other) => relatives.has(other)).length;
  }
  return { gold, joined, right };
}

/** Lemmas whose forms do not all meet, most pairs first. */
export const partedLemmas = (lemmas: Lemmas, keysOf: KeysOf): WrongGroup[] =>
  wrongGroups([...lemmas.keys()], lemmasOf(lemmas), keysOf);

/** Keys under which forms of different lemmas meet, most pairs first. */
export const mixedKeys = (lemmas: Lemmas, keysOf: KeysOf): WrongGroup[] =>
  wrongGroups([...lemmas.keys()], keysOf, lemmasOf(lemmas));

function wrongGroups(forms: readonly string[], outer: KeysOf, inner: KeysOf): WrongGroup[] {
  return [...groupBy(forms, outer)]
    .map(([name, group]) => ({
      name,
      pairs: apart(group, inner),
      parts: groupBy(group, (form) => inner(form).slice(0, 1)),
    }))
    .filter(({ pairs }) => pairs > 0)
    .sort((a, b) => b.pairs - a.pairs);
}

/** Pairs of a group that have nothing in common. */
function apart(group: readonly string[], keysOf: KeysOf): number {
  const all = (group.length * (group.length - 1)) / 2;
  return all - pairsOf(group, keysOf).size;
}
