import { z } from 'zod';
import { fold } from './fold.js';
import type { Stemmer } from './stem/stemmer.js';

const Lemma = z.string().regex(/^[a-zəışçğöü]+$/, 'expected one lower-case Azerbaijani word');

/** Schema of `config/twins.json`: lemmas that differ in diacritics alone; verbs as infinitives. */
export const TwinWords = z.strictObject({
  provenance: z.string(),
  groups: z.array(z.array(Lemma).min(2)),
});

export type TwinWords = z.infer<typeof TwinWords>;

/** Stands at the end of folds and stems of a twin; nobody types it. */
const MARK = '¨';

/**
 * A fold without its mark: the letters that it is made of.
 *
 * @example lettersOf('oldu¨') // 'oldu'
 */
export const lettersOf = (fold: string): string =>
  fold.endsWith(MARK) ? fold.slice(0, fold.indexOf(MARK)) : fold;

/** Words that are not one another's misspelling, though without diacritics they are the same. */
export interface Twins {
  /**
   * What tells a written stem from its twins: nothing for the one that owns the plain spelling, one
   * mark for the next. Undefined for stems without a twin.
   *
   * @example markOf('ön') // '¨', as 'on' owns the spelling; markOf('kitab') → undefined
   */
  markOf(stem: string): string | undefined;
  /** The marked folds that a folded stem may stand for. @example marked('on') // ['on¨'] */
  marked(folded: string): readonly string[];
}

const NONE: readonly string[] = [];

const INFINITIVE = /(?<=..)m(?:aq|ək)$/;

/** Reads the groups: a verb's bare root is a word too (baş, bas, basmaq). */
export function createTwins({ groups }: TwinWords, stemmer: Stemmer): Twins {
  const marks = new Map<string, string>();
  const marked = new Map<string, string[]>();
  for (const group of groups) {
    const stems = [...markStems(group, stemmer)];
    const others = stems.filter(([, mark]) => mark !== '');
    for (const [stem, mark] of stems) {
      marks.set(stem, mark);
      // What is typed without diacritics may have the stem of any of them: ölməkdə → olmekde.
      for (const [other, sign] of others) add(marked, fold(stem), fold(other) + sign);
    }
  }
  return {
    markOf: (stem) => marks.get(stem),
    marked: (folded) => marked.get(folded) ?? NONE,
  };
}

/** The stems of a group and of its verbs' roots, each with the mark of its root. */
function markStems(group: readonly string[], stemmer: Stemmer): Map<string, string> {
  const rootOf = (lemma: string) => lemma.replace(INFINITIVE, '');
  const roots = [...new Set(group.map(rootOf))];
  const stems = group.flatMap((lemma) =>
    [lemma, rootOf(lemma)].map((word): [string, string] => [
      stemmer.stem(word),
      MARK.repeat(roots.indexOf(rootOf(lemma))),
    ]),
  );
  return new Map(stems);
}

function add(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key) ?? [];
  if (!list.includes(value)) lists.set(key, [...list, value]);
}
