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

/**
 * The longest verb stem behind the verbal endings of a word or of what its noun endings leave.
 *
 * @example findVerb([edilməsinə, edilməsi, edilmə], lexicon) // 'edil'
 */
export function findVerb(rests: readonly Rest[], lexicon: Lexicon): string | undefined {
  let longest: string | undefined;
  let taken: TakenOff = 'nothing';
  for (const { word, sure } of rests) {
    if (sure) longest = pickLonger(longest, peelVerb(word, lexicon, taken));
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

function pickLonger(a: string | undefined, b: string | undefined): string | undefined {
  return b !== undefined && b.length > (a?.length ?? 0) ? b : a;
}

/** What has already been taken off a word: after noun endings only a nominal ending counts. */
type TakenOff = 'nothing' | 'noun endings' | 'a person';

function peelVerb(word: string, lexicon: Lexicon, taken: TakenOff): string | undefined {
  const endings = taken === 'noun endings' ? lexicon.nominalEndings : lexicon.verbEndings;
  let longest: string | undefined;
  for (const ending of findSuffixes(word, endings)) {
    const rest = word.slice(0, -ending.surface.length);
    if (taken === 'nothing' && looksPlural(word, rest, ending.form)) continue;
    if (ending.passive && !/[ıiuü]l$/.test(rest)) continue;
    const verb = acceptVerb(rest, lexicon, !ending.weak) ?? acceptNegated(rest, lexicon);
    longest = pickLonger(longest, verb?.stem);
  }
  if (taken === 'noun endings') return longest;
  for (const { surface } of findSuffixes(word, lexicon.persons)) {
    const rest = word.slice(0, -surface.length);
    longest = pickLonger(longest, peelVerb(rest, lexicon, 'a person'));
  }
  return longest;
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
