import { LETTER_SOUNDS, SPELLING_RULES, type SpellingRule } from './sounds.data.js';

/** How many pronunciations of one word are followed up. */
const MAX_PRONUNCIATIONS = 9;

const SILENCE = [''];
const RULES_BY_FIRST_LETTER = new Map(
  SPELLING_RULES.map(({ letters }) => [
    letters.charAt(0),
    SPELLING_RULES.filter((rule) => rule.letters.startsWith(letters.charAt(0))),
  ]),
);

export interface Spelling {
  readonly letters: string;
  /** Whether the word may be English, German or French: Latin, without Azerbaijani letters. */
  readonly plain: boolean;
  /** Whether the end of the letters is the end of the word. */
  readonly closed: boolean;
}

/**
 * The pronunciations of a spelled name in the sounds of the data file, likeliest first.
 *
 * @example soundOut({ letters: 'macron', plain: true, closed: true }) // ['MACRON', 'MAKRON']
 */
export function soundOut(spelling: Spelling): string[] {
  const { letters } = spelling;
  let pronunciations = [''];
  let certain = '';
  let at = 0;
  while (at < letters.length) {
    const letter = letters.charAt(at);
    const rule = findRule(spelling, at, letter);
    at += rule?.letters.length ?? 1;
    if (rule === undefined) certain += LETTER_SOUNDS[letter] ?? '';
    else if (rule.sounds.length === 1) certain += rule.sounds[0] ?? '';
    else {
      pronunciations = branch(pronunciations, certain, rule.sounds);
      certain = '';
    }
  }
  return branch(pronunciations, certain, SILENCE);
}

function findRule(spelling: Spelling, at: number, letter: string): SpellingRule | undefined {
  const rules = RULES_BY_FIRST_LETTER.get(letter);
  if (rules === undefined) return undefined;
  for (const rule of rules) if (fits(rule, spelling, at)) return rule;
  return undefined;
}

function fits(rule: SpellingRule, { letters, plain, closed }: Spelling, at: number): boolean {
  if (!letters.startsWith(rule.letters, at)) return false;
  const end = at + rule.letters.length;
  if (rule.plain === true && !plain) return false;
  if (rule.at === 'start' && at > 0) return false;
  if (rule.at === 'inside' && at === 0) return false;
  if (rule.at === 'end' && !(closed && end === letters.length)) return false;
  if (rule.after !== undefined && !isOneOf(letters.charAt(at - 1), rule.after)) return false;
  if (rule.before !== undefined && !isOneOf(letters.charAt(end), rule.before)) return false;
  return true;
}

function isOneOf(letter: string, letters: string): boolean {
  return letter !== '' && letters.includes(letter);
}

/** Once there are many pronunciations, only the likeliest continuation is kept. */
function branch(heads: readonly string[], certain: string, sounds: readonly string[]): string[] {
  const kept = heads.length * sounds.length > MAX_PRONUNCIATIONS ? sounds.slice(0, 1) : sounds;
  const pronunciations: string[] = [];
  for (const sound of kept) {
    for (const head of heads) pronunciations.push(head + certain + sound);
  }
  return pronunciations;
}
