/**
 * Verb endings. They look too much like nouns to be stripped on sight, so the stem that is left
 * must be vouched for: it is a listed root (gəl-), a voice of one (aç-ıl-, aç-dır-), or made by
 * -la, -lan, -laş. The stem of a verb form is its infinitive, so that verbs and the nouns of the
 * same shape stay apart (at "horse", atmaq "to throw"). Voice is not removed: açılmaq is not açmaq.
 */
import { FOLDED } from './harmony.js';
import type { Lexicon, Verb } from './lexicon.js';
import type { Rest } from './noun.js';
import { findSuffixes } from './suffix-table.js';
import type { VerbEnding } from './suffixes.data.js';

/**
 * The longest verb stem behind the verbal endings of a word or of what its noun endings leave, if it
 * is longer than so many letters.
 *
 * @example findVerb([edilməsinə, edilməsi, edilmə], lexicon, 0) // 'edil'
 */
export function findVerb(
  rests: readonly Rest[],
  lexicon: Lexicon,
  longerThan: number,
): string | undefined {
  let longest: string | undefined;
  let taken: TakenOff = 'nothing';
  for (const { word, sure } of rests) {
    const least = longest?.length ?? longerThan;
    if (sure) longest = peelVerb(word, lexicon, taken, least) ?? longest;
    taken = 'noun endings';
  }
  return longest;
}

/** The infinitive of a verb stem, in its spelling. @example spellInfinitive('edil', …) // 'edilmək' */
export function spellInfinitive(stem: string, lexicon: Lexicon): string {
  if (acceptVerb(stem, lexicon, true)?.back) return `${stem}maq`;
  return stem + (lexicon.spelling === FOLDED ? 'mek' : 'mək');
}

/** Whether the word is an infinitive that is its own stem. */
export function isInfinitive(word: string, lexicon: Lexicon): boolean {
  if (!word.endsWith('maq') && !word.endsWith('mək') && !word.endsWith('mek')) return false;
  const stem = word.slice(0, -3);
  const verb = acceptVerb(stem, lexicon, true);
  return verb?.stem === stem && spellInfinitive(stem, lexicon) === word;
}

/** What has already been taken off a word: after noun endings only a nominal ending counts. */
type TakenOff = 'nothing' | 'noun endings' | 'a person';

/** The longest verb stem behind the endings of one word; undefined when it is not `longerThan` asked. */
function peelVerb(
  word: string,
  lexicon: Lexicon,
  taken: TakenOff,
  longerThan: number,
): string | undefined {
  if (word.length <= longerThan + 1) return undefined;
  const endings = taken === 'noun endings' ? lexicon.nominalEndings : lexicon.verbEndings;
  let longest: string | undefined;
  for (const ending of findSuffixes(word, endings)) {
    const rest = word.slice(0, -ending.surface.length);
    const least = longest?.length ?? longerThan;
    if (rest.length <= least || isDoubtful(word, rest, ending, taken)) continue;
    const verb = acceptVerb(rest, lexicon, !ending.weak) ?? acceptNegated(rest, lexicon);
    if (verb !== undefined && verb.stem.length > least) longest = verb.stem;
  }
  if (taken === 'noun endings') return longest;
  for (const { surface } of findSuffixes(word, lexicon.persons)) {
    const rest = word.slice(0, -surface.length);
    longest = peelVerb(rest, lexicon, 'a person', longest?.length ?? longerThan) ?? longest;
  }
  return longest;
}

/** A plural rather than an aorist, or a dative rather than an adverb. */
function isDoubtful(word: string, rest: string, ending: VerbEnding, taken: TakenOff): boolean {
  if (taken === 'nothing' && looksPlural(word, rest, ending.form)) return true;
  return ending.passive === true && !/[ıiuü]l$/.test(rest);
}

/** -lar is a plural before it is an aorist (baş-lar, yazı-lar), but for short verbs (ol-ar). */
function looksPlural(word: string, rest: string, form: string): boolean {
  return (form === 'r' || form === 'Ar') && rest.length > 3 && /l[aəe]r$/.test(word);
}

/** The negation is an ending too: etmə-di is of etmək. */
function acceptNegated(rest: string, lexicon: Lexicon): Verb | undefined {
  const negated = rest.endsWith('ma') || rest.endsWith('mə') || rest.endsWith('me');
  return negated ? acceptVerb(rest.slice(0, -2), lexicon, true) : undefined;
}

/** The verb of a stem, when a listed root, a voice of one, or (if allowed) -la, -lan, -laş vouch. */
function acceptVerb(stem: string, lexicon: Lexicon, mayBeMade: boolean): Verb | undefined {
  const listed = lexicon.roots.get(stem);
  if (listed !== undefined) return listed;
  for (const { surface, after } of findSuffixes(stem, lexicon.voices)) {
    const inner = stem.slice(0, -surface.length);
    const verb = acceptVerb(inner, lexicon, mayBeMade && after === 'consonant');
    if (verb !== undefined) return { stem, back: verb.back };
  }
  const maker = mayBeMade ? findSuffixes(stem, lexicon.verbMakers)[0] : undefined;
  return maker && { stem, back: maker.surface.includes('a') };
}
