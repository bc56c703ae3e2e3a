import { FOLDED, isPolysyllabic } from './harmony.js';
import type { Lexicon } from './lexicon.js';
import { peel } from './suffix-table.js';

/** A word that noun endings lead to; a sure one needs no listed word to vouch for it. */
export interface Rest {
  readonly word: string;
  readonly sure: boolean;
}

/** Every word that is left when noun endings are taken off one by one, the word itself first. */
export function reachByNounEndings(word: string, lexicon: Lexicon): Rest[] {
  const reached = new Map<string, Rest>([[word, { word, sure: true }]]);
  for (const from of reached.values()) {
    for (const rest of peelNoun(from.word, lexicon)) {
      if (!reached.has(rest.word)) reached.set(rest.word, { word: rest.word, sure: from.sure && rest.sure });
    }
  }
  return [...reached.values()];
}

/** The noun without its longest sure ending; the same word when it has none. */
export function stripNounEnding(word: string, lexicon: Lexicon): string {
  return peelNoun(word, lexicon).find((rest) => rest.sure)?.word ?? word;
}

function peelNoun(word: string, lexicon: Lexicon): Rest[] {
  return peel(word, lexicon.nouns, lexicon.spelling).flatMap(({ rest, suffix }) => {
    const whole = lexicon.spelling.has(suffix.surface.charAt(0)) ? restore(rest, lexicon) : rest;
    const sure = !suffix.vouched && !isLoanIya(rest, suffix.surface, lexicon) && !hidesLik(rest, suffix.surface);
    const rests: Rest[] = isLongEnough(whole, lexicon) ? [{ word: whole, sure }] : [];
    if (whole !== rest) rests.push({ word: rest, sure: false });
    return rests;
  });
}

/** Two letters are left only of a listed word: ev-i, but not bu-n. */
function isLongEnough(rest: string, lexicon: Lexicon): boolean {
  return rest.length >= 3 || lexicon.shortNouns.has(rest);
}

/** In folded text -iya is nearly always a loan's ending (industriya), not a dative (yazı-ya). */
function isLoanIya(rest: string, surface: string, { spelling }: Lexicon): boolean {
  return spelling === FOLDED && surface === 'ya' && rest.endsWith('i') && !rest.endsWith('ci');
}

/** -liyə and -lüyə are datives of -lik and -lük (nazirliy-ə) far more often than of -li. */
function hidesLik(rest: string, surface: string): boolean {
  return (surface === 'yə' || surface === 'ye') && /l[iüu]$/.test(rest) && rest.length > 3;
}

/** The word as it is without a vowel ending: torpağ- -> torpaq, ürəy- -> ürək, fikr- -> fikir. */
function restore(rest: string, { spelling, wholes }: Lexicon): string {
  const whole = wholes.get(rest);
  if (whole !== undefined) return whole;
  if (!isPolysyllabic(rest, spelling)) return rest;
  const before = rest.slice(-2, -1);
  if (/[ğ]$/.test(rest) || (spelling === FOLDED && rest.endsWith('g') && spelling.has(before))) return `${rest.slice(0, -1)}q`;
  if (rest.endsWith('y') && (spelling === FOLDED ? 'eiu' : 'əiü').includes(before)) return `${rest.slice(0, -1)}k`;
  return rest;
}
