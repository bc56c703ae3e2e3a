import { fold } from '../language/fold.js';
import type { Token } from '../language/analyzer.js';
import type { FindingReason, Problem } from './check-finding.js';
import { meet, phrasesOf, type CheckedGroup, type CheckedPhrase } from './check-phrases.js';

interface Rule {
  readonly severity: Problem['severity'];
  readonly reason: FindingReason;
  /** What is wrong with these phrases, after «"…" and "…":». */
  readonly said: string;
  /** Whether it holds for a phrase, given those that stand before it in its group. */
  readonly holds: (phrase: CheckedPhrase, earlier: readonly CheckedPhrase[]) => boolean;
}

/** Tried in this order; the first that holds is reported. */
const RULES: readonly Rule[] = [
  {
    severity: 'error',
    reason: 'no-word',
    said: 'no word that search could look for',
    holds: ({ tokens }) => tokens.length === 0,
  },
  {
    severity: 'error',
    reason: 'stop-words-only',
    said: 'stop words alone, which every text has',
    holds: ({ stopWordsOnly }) => stopWordsOnly,
  },
  {
    severity: 'error',
    reason: 'repeated',
    said: 'twice in the group',
    holds: (phrase, earlier) => earlier.some((other) => isRepeated(phrase, other)),
  },
  {
    severity: 'error',
    reason: 'adds-nothing',
    said: 'search reads it as it reads what stands before it, and finds nothing more by it',
    holds: addsNothing,
  },
  {
    severity: 'warning',
    reason: 'same-stems',
    said: 'its stems meet what stands before it, though it may add a reading',
    holds: (phrase, earlier) => earlier.some((other) => isWordForWord(phrase, other, haveStem)),
  },
  {
    severity: 'warning',
    reason: 'same-sound',
    said: 'its name keys meet what stands before it, wherever it is written as a name',
    holds: (phrase, earlier) => earlier.some((other) => isWordForWord(phrase, other, soundAlike)),
  },
  {
    severity: 'warning',
    reason: 'holds-head',
    said: 'it holds the words of the head side by side, so a search for the head finds it',
    holds: ({ group, tokens, cased }, [head]) =>
      group.mode === 'oneway' && !cased && head !== undefined && holdsWords(tokens, head.tokens),
  },
];

/** Phrases by which a search finds nothing that it would not find without them. */
export const findUseless = (groups: readonly CheckedGroup[]): Problem[] =>
  groups.filter(({ group }) => group.mode !== 'off').flatMap(judgeGroup);

function judgeGroup(checked: CheckedGroup): Problem[] {
  const phrases = phrasesOf(checked);
  const broken = new Map(
    phrases.map((phrase, at) => [phrase, ruleOf(phrase, phrases.slice(0, at))]),
  );
  return RULES.flatMap((rule) => {
    const found = phrases.filter((phrase) => broken.get(phrase) === rule);
    return found.length > 0 ? [describe(found, rule, checked)] : [];
  });
}

const ruleOf = (phrase: CheckedPhrase, earlier: readonly CheckedPhrase[]): Rule | undefined =>
  RULES.find(({ holds }) => holds(phrase, earlier));

function describe(
  found: readonly CheckedPhrase[],
  { severity, reason, said }: Rule,
  { group, head, members }: CheckedGroup,
): Problem {
  const phrases = found.map(({ text }) => text);
  const whole = found.includes(head) || members.every((member) => found.includes(member));
  const advice = severity === 'error' ? 'drop' : 'you may drop';
  return {
    kind: 'useless',
    severity,
    reason,
    groups: [group.id],
    phrases,
    problem: `${phrases.map((text) => `"${text}"`).join(', ')}: ${said}; ${advice} ${whole ? 'the group' : 'it'}`,
  };
}

/** Written with the same letters; what is only read so (Трамп, Tramp) is another matter. */
function isRepeated(phrase: CheckedPhrase, other: CheckedPhrase): boolean {
  if (phrase.cased || other.cased) return phrase.text === other.text;
  const lettersOf = ({ tokens }: CheckedPhrase) => tokens.map(({ word }) => fold(word.form));
  return lettersOf(phrase).join(' ') === lettersOf(other).join(' ');
}

/**
 * Whether it has just the stems of the earlier phrases, so that a search for any of them finds the
 * same without it. Not where a word has several: who types an inflection that has one of them gets
 * the others by the twin. A wording of several words, or of capitals, is sought as it is spelt.
 */
function addsNothing(phrase: CheckedPhrase, earlier: readonly CheckedPhrase[]): boolean {
  const { tokens, acronym } = phrase;
  const bySpelling = tokens.length > 1 || acronym;
  const rivals = earlier
    .filter((other) => acronym || !other.acronym)
    .filter((other) => other.tokens.every(({ word }) => word.stems.length === 1))
    .filter((other) => isWordForWord(phrase, other, bySpelling ? haveFold : haveStem));
  if (tokens.length > 1) return rivals.some((other) => isWordForWord(phrase, other, haveSameStems));
  const known = rivals.flatMap((other) => other.tokens.flatMap(({ word }) => word.stems));
  return rivals.length > 0 && tokens.every(({ word }) => isWithin(word.stems, known));
}

type Relation = (token: Token, other: Token) => boolean;

const isWithin = (some: readonly string[], all: readonly string[]): boolean =>
  some.every((value) => all.includes(value));

const haveFold: Relation = ({ word }, other) => word.fold === other.word.fold;
const haveStem: Relation = ({ word }, other) => meet(word.stems, other.word.stems);
const haveSameStems: Relation = ({ word }, other) => isWithin(word.stems, other.word.stems);
const soundAlike: Relation = (token, other) =>
  haveStem(token, other) || (token.name && other.name && meet(token.word.keys, other.word.keys));

function isWordForWord(phrase: CheckedPhrase, other: CheckedPhrase, relation: Relation): boolean {
  if (phrase.cased || other.cased) return false;
  return (
    phrase.tokens.length === other.tokens.length &&
    beginsWith(phrase.tokens, other.tokens, relation)
  );
}

function beginsWith(
  tokens: readonly Token[],
  others: readonly Token[],
  relation: Relation,
): boolean {
  return others.every((other, at) => {
    const token = tokens[at];
    return token !== undefined && relation(token, other);
  });
}

const holdsWords = (tokens: readonly Token[], sought: readonly Token[]): boolean =>
  tokens.some((_, from) => beginsWith(tokens.slice(from), sought, haveStem));
