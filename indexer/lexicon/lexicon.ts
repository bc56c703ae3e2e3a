import { z } from 'zod';
import { ConfigError, readConfig } from '../config.js';
import { lowerAz } from '../language/casing.js';
import { fold } from '../language/fold.js';

/** A group of phrases that stand for one another in search. */
export interface SynonymGroup {
  readonly id: string;
  /** `oneway`: a query with the head also searches the members, not the reverse; `off`: unused. */
  readonly mode: 'mutual' | 'oneway' | 'off';
  readonly head: string;
  readonly members: readonly string[];
  /** Phrases of this group (head or members) that count in a query only as written in capitals. */
  readonly cased?: readonly string[];
  /** Ordinary words, which only short queries look for: long ones find enough as they are. */
  readonly everyday?: boolean;
  /** Why the group is as it is; for editors, not for search. */
  readonly note?: string;
}

/** The words that editors edit, checked. */
export interface Lexicon {
  /**
   * Synonyms and name aliases together. Another list, never a changed one, when editors have
   * changed them meanwhile: whoever keeps what it made of them says so with `madeOf`.
   */
  readonly synonyms: readonly SynonymGroup[];
  /** Lower-case Azerbaijani. */
  readonly stopWords: ReadonlySet<string>;
  /** Words that ask (kim, nədir): stop words, but where they are written as names. */
  readonly questionWords: ReadonlySet<string>;
  /** What asks with a question word (nə vaxt), matched by stems: dropped from questions. */
  readonly questionPhrases: readonly string[];
  /** Infinitives of verbs that say nothing by themselves: they weigh little in questions. */
  readonly auxiliaries: ReadonlySet<string>;
  /** By the word that asks, one that answers often say: harada, yer. */
  readonly answerWords: ReadonlyMap<string, string>;
}

interface PlacedGroup {
  readonly place: string;
  readonly group: SynonymGroup;
}

const Phrase = z.string().regex(/[\p{L}\p{N}]/u, 'expected a phrase with a letter or a digit');

/** A group as files hold it. */
export const Group = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected an id such as "middle-corridor"'),
    mode: z.enum(['mutual', 'oneway', 'off']),
    head: Phrase,
    members: z.array(Phrase).min(1).readonly(),
    cased: z.array(Phrase).min(1).readonly().exactOptional(),
    everyday: z.boolean().exactOptional(),
    note: z.string().min(1).exactOptional(),
  })
  .superRefine(checkMembers)
  .superRefine(checkCased);

const GroupsFile = z.strictObject({ provenance: z.string().min(1), groups: z.array(Group) });

const StopWord = z
  .string()
  .regex(/^\p{L}+$/u, 'expected one word')
  .refine((word) => word === lowerAz(word), 'expected a lower-case word');

const QuestionPhrase = z
  .string()
  .regex(/^\p{L}+( \p{L}+)+$/u, 'expected two words or more, with single spaces')
  .refine((phrase) => phrase === lowerAz(phrase), 'expected lower-case words');

const StopWordsFile = z.strictObject({
  provenance: z.string().min(1),
  words: z.array(StopWord).superRefine(checkWordsOnce),
  /** Words that ask; of these some are names too (Kim), so they count where written as one. */
  questions: z.array(StopWord).superRefine(checkWordsOnce).default([]),
  questionPhrases: z.array(QuestionPhrase).superRefine(checkWordsOnce).default([]),
  auxiliaries: z.array(StopWord).superRefine(checkWordsOnce).default([]),
  answerWords: z.record(StopWord, StopWord).default({}),
});

/**
 * Reads `synonyms.json`, `name-aliases.json` and `stop-words.json` of `config/` and checks them:
 * ids are unique over both files, no phrase stands twice in a group or in two mutual groups.
 *
 * @param folder where the three files are; `config/` of the package by default
 * @throws ConfigError `config/synonyms.json: groups[3].members[1]: "BAKI" repeats "Bakı" …`
 * @example loadLexicon().stopWords.has('və') // true
 */
export function loadLexicon(folder?: string): Lexicon {
  const placed = ['synonyms', 'name-aliases'].flatMap((name) => readGroups(name, folder));
  const problems = [...findRepeatedIds(placed), ...findSharedPhrases(placed)];
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  const { words, questions, questionPhrases, auxiliaries, answerWords } = readConfig(
    'stop-words',
    StopWordsFile,
    folder,
  );
  return {
    synonyms: placed.map(({ group }) => group),
    stopWords: new Set(words),
    questionWords: new Set(questions),
    questionPhrases,
    auxiliaries: new Set(auxiliaries),
    answerWords: new Map(Object.entries(answerWords)),
  };
}

function readGroups(name: string, folder?: string): readonly PlacedGroup[] {
  const { groups } = readConfig(name, GroupsFile, folder);
  return groups.map((group, index) => ({ place: `config/${name}.json: groups[${index}]`, group }));
}

/**
 * A phrase as search compares it: without case, diacritics and punctuation.
 *
 * @example makePhraseKey('Trans-Xəzər') // 'trans xezer'
 */
export function makePhraseKey(phrase: string): string {
  return (fold(lowerAz(phrase)).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

function checkMembers({ head, members }: SynonymGroup, context: z.RefinementCtx): void {
  const seen = new Map([[makePhraseKey(head), head]]);
  for (const [index, member] of members.entries()) {
    const key = makePhraseKey(member);
    const earlier = seen.get(key);
    if (earlier === undefined) seen.set(key, member);
    else addIssue(context, ['members', index], `"${member}" repeats "${earlier}" of the group`);
  }
}

function checkCased({ head, members, cased = [] }: SynonymGroup, context: z.RefinementCtx): void {
  for (const [index, phrase] of cased.entries()) {
    if (phrase === head || members.includes(phrase)) continue;
    addIssue(context, ['cased', index], `"${phrase}" is neither the head nor a member`);
  }
}

function checkWordsOnce(words: readonly string[], context: z.RefinementCtx): void {
  for (const [index, word] of words.entries()) {
    if (words.indexOf(word) < index) addIssue(context, [index], `"${word}" is already listed`);
  }
}

function addIssue(context: z.RefinementCtx, path: PropertyKey[], message: string): void {
  context.addIssue({ code: 'custom', path, message });
}

function findRepeatedIds(placed: readonly PlacedGroup[]): readonly string[] {
  const firstPlaces = new Map<string, string>();
  return placed.flatMap(({ place, group: { id } }) => {
    const first = firstPlaces.get(id);
    firstPlaces.set(id, first ?? place);
    return first === undefined ? [] : [`${place}.id: "${id}" is already the id of ${first}`];
  });
}

function findSharedPhrases(placed: readonly PlacedGroup[]): readonly string[] {
  const owners = new Map<string, string>();
  return placed
    .filter(({ group }) => group.mode === 'mutual')
    .flatMap(({ place, group }) =>
      listPhrases(group).flatMap(({ path, key, phrase }) => {
        const owner = owners.get(key);
        owners.set(key, owner ?? group.id);
        if (owner === undefined) return [];
        return [
          `${place}.${path}: "${phrase}" is in the mutual groups "${owner}" and "${group.id}"; ` +
            'join them, or make one of them oneway',
        ];
      }),
    );
}

/** A cased phrase is matched as written, so it never meets its lower-case twin: DOST and dost. */
function listPhrases({ head, members, cased = [] }: SynonymGroup) {
  return [head, ...members].map((phrase, index) => ({
    path: index === 0 ? 'head' : `members[${index - 1}]`,
    key: cased.includes(phrase) ? phrase : makePhraseKey(phrase),
    phrase,
  }));
}
