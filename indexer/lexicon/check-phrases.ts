import type { Analyzer, Token } from '../language/analyzer.js';
import { isAcronym } from '../language/casing.js';
import type { Word } from '../language/word.js';
import type { Lexicon, SynonymGroup } from './lexicon.js';
import { rememberGroups, type GroupTools } from './made-of.js';

/** A phrase of a group as search reads it. */
export interface CheckedPhrase {
  /** As it stands in the file. */
  readonly text: string;
  readonly group: SynonymGroup;
  readonly tokens: readonly Token[];
  /** Its words without stop words; all of them when there are no others. */
  readonly sought: readonly Word[];
  readonly stopWordsOnly: boolean;
  /** Counts in a query only in this very spelling. */
  readonly cased: boolean;
  /** A wording of capitals is searched for without its inflections. */
  readonly acronym: boolean;
  /** Equal for phrases that are the same in a query: `БАКУ` and `Baku`; cased ones stand alone. */
  readonly key: string;
}

export interface CheckedGroup {
  readonly group: SynonymGroup;
  readonly head: CheckedPhrase;
  readonly members: readonly CheckedPhrase[];
}

/** The groups of a lexicon with their phrases analysed, in the order of the files. */
export function readGroups(lexicon: Lexicon, analyzer: Analyzer): CheckedGroup[] {
  return lexicon.synonyms.map((group) => readGroup(group, { lexicon, analyzer }));
}

const readGroup = rememberGroups((group, tools): CheckedGroup => {
  const read = (text: string) => readPhrase(text, group, tools);
  return { group, head: read(group.head), members: group.members.map(read) };
});

function readPhrase(
  text: string,
  group: SynonymGroup,
  { lexicon: { stopWords }, analyzer }: GroupTools,
): CheckedPhrase {
  const { tokens } = analyzer.analyze(text);
  const words = tokens.map(({ word }) => word);
  const content = words.filter(({ form }) => !stopWords.has(form));
  const sought = content.length > 0 ? content : words;
  const cased = group.cased?.includes(text) ?? false;
  return {
    text,
    group,
    tokens,
    sought,
    stopWordsOnly: words.length > 0 && content.length === 0,
    cased,
    acronym: isAcronym(text),
    key: cased ? `as written: ${text}` : sought.map((word) => word.fold).join(' '),
  };
}

export const phrasesOf = ({ head, members }: CheckedGroup): readonly CheckedPhrase[] => [
  head,
  ...members,
];

/** The phrases for which a search gets other wordings of the group. */
export function headsOf(checked: CheckedGroup): readonly CheckedPhrase[] {
  if (checked.group.mode === 'off') return [];
  return checked.group.mode === 'mutual' ? phrasesOf(checked) : [checked.head];
}

export const meet = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((value) => others.includes(value));

/** Finds the heads of all groups that a search for a phrase meets, as search does: by stems. */
export function createHeadFinder(
  groups: readonly CheckedGroup[],
): (phrase: CheckedPhrase) => CheckedPhrase[] {
  const byStem = new Map<string, CheckedPhrase[]>();
  for (const head of groups.flatMap(headsOf)) {
    for (const stem of head.sought[0]?.stems ?? []) {
      byStem.set(stem, [...(byStem.get(stem) ?? []), head]);
    }
  }
  return (phrase) => {
    const stems = phrase.sought[0]?.stems ?? [];
    const candidates = new Set(stems.flatMap((stem) => byStem.get(stem) ?? []));
    return [...candidates].filter((head) => isMetBy(head, phrase));
  };
}

function isMetBy(head: CheckedPhrase, phrase: CheckedPhrase): boolean {
  if (head.cased || phrase.cased) return head.key === phrase.key;
  return (
    head.sought.length === phrase.sought.length &&
    head.sought.every(({ stems }, at) => meet(stems, phrase.sought[at]?.stems ?? []))
  );
}
