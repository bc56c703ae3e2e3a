import type { Lexicon, Root } from './lexicon.js';
import type { Rest } from './noun.js';
import { peel } from './suffix-table.js';

/** The verb stem that the endings of a verb lead to from any of the rests; the longest one. */
export function findRoot(rests: readonly Rest[], lexicon: Lexicon): Root | undefined {
  let best: Root | undefined;
  for (const [index, { word, sure }] of rests.entries()) {
    if (sure) best = longer(best, peelVerb(word, lexicon, index > 0));
  }
  return best;
}

/** @example spellInfinitive({ root: 'edil', back: false }, lexicon) // 'edilmək' */
export function spellInfinitive({ root, back }: Root, { spelling }: Lexicon): string {
  return root + (back ? 'maq' : spelling.has('ə') ? 'mək' : 'mek');
}

/** Whether the word is the infinitive that `findRoot` and `spellInfinitive` would make. */
export function isInfinitive(word: string, lexicon: Lexicon): boolean {
  if (!/m(?:aq|ək|ek)$/.test(word)) return false;
  const root = acceptRoot(word.slice(0, -3), lexicon, true);
  return root !== undefined && spellInfinitive(root, lexicon) === word;
}

function longer(a: Root | undefined, b: Root | undefined): Root | undefined {
  return b !== undefined && b.root.length > (a?.root.length ?? 0) ? b : a;
}

function peelVerb(word: string, lexicon: Lexicon, nominalOnly: boolean): Root | undefined {
  let best: Root | undefined;
  for (const { rest, suffix } of peel(word, lexicon.verbs, lexicon.spelling)) {
    if ((nominalOnly && !suffix.nominal) || looksPlural(word, rest, suffix.form)) continue;
    if (suffix.passive && !/[ıiuü]l$/.test(rest)) continue;
    best = longer(best, acceptRoot(rest, lexicon, !suffix.weak));
    if (suffix.form !== 'mA') best = longer(best, acceptNegated(rest, lexicon));
  }
  if (nominalOnly) return best;
  for (const { rest } of peel(word, lexicon.persons, lexicon.spelling)) {
    best = longer(best, peelVerb(rest, lexicon, false));
  }
  return best;
}

/** -lar is a plural before it is an aorist: baş-lar, yazı-lar; only short verbs are aorists: ol-ar. */
function looksPlural(word: string, rest: string, form: string): boolean {
  return (form === 'r' || form === 'Ar') && /l[aəe]r$/.test(word) && rest.length > 3;
}

/** et-mə- and the like: the negation is an ending too. */
function acceptNegated(rest: string, lexicon: Lexicon): Root | undefined {
  return /m[aəe]$/.test(rest) ? acceptRoot(rest.slice(0, -2), lexicon, true) : undefined;
}

/** The verb stem, when it is listed, or a listed one is inside its voice, or -la, -lan, -laş made it. */
function acceptRoot(stem: string, lexicon: Lexicon, denominal: boolean): Root | undefined {
  const known = lexicon.roots.get(stem);
  if (known !== undefined) return known;
  for (const { rest, suffix } of peel(stem, lexicon.voices, lexicon.spelling)) {
    const inner = acceptRoot(rest, lexicon, denominal && suffix.after === 'consonant');
    if (inner !== undefined) return { root: stem, back: inner.back };
  }
  const made = denominal ? peel(stem, lexicon.denominal, lexicon.spelling)[0] : undefined;
  return made && { root: stem, back: made.suffix.surface.includes('a') };
}
