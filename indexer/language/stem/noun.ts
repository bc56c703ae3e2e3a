/**
 * Noun endings. They are peeled one at a time, in any order: the grammar's order (plural,
 * possessive, case) need not be told, because harmony and the neighbouring letter already leave
 * hardly any other reading. Not removed, on purpose: -lıq, -lı, -sız, -çı, -daş (they make other
 * words: dost, dostluq), and -ca (gecə, dərəcə and büdcə would lose more than türkcə gains).
 */
import { FOLDED, isPolysyllabic } from './harmony.js';
import type { Lexicon } from './lexicon.js';
import { findSuffixes } from './suffix-table.js';

/** A word that a noun ending leads to; a sure one needs no listed word to vouch for it. */
interface Peeled {
  readonly word: string;
  readonly sure: boolean;
}

/** A word that noun endings lead to, and whether a list has it. */
export interface Rest extends Peeled {
  readonly listed: boolean;
}

/**
 * Every word that is left when noun endings are taken off one by one, the word itself first. Up to
 * listed words: endings are not taken off words that are no longer than a listed one that sure
 * endings lead to.
 *
 * @example reachRests('qanunun', lexicon) // qanunun, qanun, qanu, qan …
 */
export function reachRests(
  word: string,
  lexicon: Lexicon,
  upTo: 'the last' | 'listed words' = 'the last',
): Rest[] {
  const reached: Rest[] = [{ word, sure: true, listed: lexicon.stems.has(word) }];
  let enough = 0;
  for (const from of reached) {
    if (from.word.length <= enough) continue;
    for (const peeled of peelNoun(from.word, lexicon)) {
      if (isAmong(reached, peeled.word)) continue;
      const rest = reach(from, peeled, lexicon);
      reached.push(rest);
      const stops = upTo === 'listed words' && rest.listed && rest.sure;
      if (stops) enough = Math.max(enough, rest.word.length);
    }
  }
  return reached;
}

const reach = (from: Rest, { word, sure }: Peeled, { stems }: Lexicon): Rest => ({
  word,
  sure: from.sure && sure,
  listed: stems.has(word),
});

function isAmong(rests: readonly Rest[], word: string): boolean {
  for (const rest of rests) if (rest.word === word) return true;
  return false;
}

/** The noun without any sure ending, the longest off first. @example 'dənizlərdə' -> 'dəniz' */
export function stripNoun(word: string, lexicon: Lexicon): string {
  const rest = peelNoun(word, lexicon).find((peeled) => peeled.sure);
  return rest === undefined ? word : stripNoun(rest.word, lexicon);
}

const NOTHING: readonly Peeled[] = [];

function peelNoun(word: string, lexicon: Lexicon): readonly Peeled[] {
  const suffixes = findSuffixes(word, lexicon.nounSuffixes);
  if (suffixes.length === 0) return NOTHING;
  const rests: Peeled[] = [];
  const hers = isHers(word);
  for (const { surface, vouched, opensWithVowel } of suffixes) {
    const bare = word.slice(0, -surface.length);
    const whole = opensWithVowel ? restore(bare, surface, lexicon) : bare;
    const sure =
      !vouched && !hers && !isLoanIya(word, surface, lexicon) && !hidesLik(bare, surface);
    if (isLongEnough(whole, lexicon)) rests.push({ word: whole, sure });
    if (whole !== bare) rests.push({ word: bare, sure: false });
  }
  return rests;
}

/** Two letters are left only of a listed noun: ev-i, but not bu-n. */
function isLongEnough(rest: string, { shortNouns }: Lexicon): boolean {
  return rest.length >= 3 || shortNouns.has(rest);
}

/** In folded text -iya is nearly always the end of a loan (industriya), not a dative (yazı-ya). */
function isLoanIya(word: string, surface: string, { spelling }: Lexicon): boolean {
  return spelling === FOLDED && (surface === 'ya' || surface === 'a') && /[^c]iya$/.test(word);
}

/**
 * Abbasova is Ms Abbasova far more often than "to Abbasov"; queries for the man ask for it too. In
 * -yev the vowels tell: Əliyeva, Əliyevə.
 */
const isHers = (word: string): boolean => word.length > 5 && word.endsWith('ova');

/** -liyə and -lüyə are datives of -lik and -lük (nazirliy-ə) far more often than of -li. */
function hidesLik(bare: string, surface: string): boolean {
  return (surface === 'yə' || surface === 'ye') && bare.length > 3 && /l[iüu]$/.test(bare);
}

/** The word as it is without a vowel ending: torpağ- -> torpaq, ürəy- -> ürək, fikr- -> fikir. */
function restore(bare: string, surface: string, { spelling, whole }: Lexicon): string {
  const noun = whole.get(bare);
  if (noun !== undefined) return noun;
  // Asked of every ending that begins with a vowel, and few words end so without it.
  if (!bare.endsWith('y') && !bare.endsWith('ğ') && !bare.endsWith('g')) return bare;
  if (!isPolysyllabic(bare, spelling)) return bare;
  const folded = spelling === FOLDED;
  if (bare.endsWith('ğ') || (folded && /[aeiou]g$/.test(bare))) return `${bare.slice(0, -1)}q`;
  const hidesK = (folded ? /[eiu]y$/ : /[əiü]y$/).test(bare) && !surface.startsWith('a');
  return hidesK ? `${bare.slice(0, -1)}k` : bare;
}
