import { fold } from '../fold.js';
import {
  FOLDED,
  WRITTEN,
  findClasses,
  isBack,
  isVowelAt,
  spellSuffix,
  type Spelling,
} from './harmony.js';
import { compileSuffixes, type SuffixRow, type SuffixTable } from './suffix-table.js';
import { DEED_NOUNS, NAME_SUFFIXES, NOUN_SUFFIXES } from './suffixes.data.js';
import { PERSON_ENDINGS, VERB_ENDINGS, VERB_MAKERS, VOICES } from './suffixes.data.js';
import type { Neighbour, NounSuffix, VerbEnding } from './suffixes.data.js';
import type { StemmerWords } from './words.js';

/** A verb stem, and whether its infinitive is in -maq (back vowels) or in -mək. */
export interface Verb {
  readonly stem: string;
  readonly back: boolean;
}

/** Every table and list that the rules ask, in one spelling. */
export interface Lexicon {
  readonly spelling: Spelling;
  readonly nounSuffixes: SuffixTable<NounSuffix>;
  readonly nameSuffixes: SuffixTable<NounSuffix>;
  readonly verbEndings: SuffixTable<VerbEnding & SuffixRow>;
  /** Those of them that noun endings may follow. */
  readonly nominalEndings: SuffixTable<VerbEnding & SuffixRow>;
  readonly persons: SuffixTable<SuffixRow>;
  readonly voices: SuffixTable<SuffixRow>;
  readonly verbMakers: SuffixTable<SuffixRow>;
  readonly stems: ReadonlySet<string>;
  readonly ambiguous: ReadonlySet<string>;
  readonly irregular: ReadonlyMap<string, string>;
  readonly shortNouns: ReadonlySet<string>;
  /** What is left of vowel-dropping nouns, and the nouns: fikr -> fikir. */
  readonly whole: ReadonlyMap<string, string>;
  readonly roots: ReadonlyMap<string, Verb>;
}

/** Builds the tables for one spelling; for FOLDED every word and ending is folded. */
export function buildLexicon(words: StemmerWords, spelling: Spelling): Lexicon {
  const spell = spelling === FOLDED ? fold : (word: string) => word;
  return {
    spelling,
    ...compileTables(spelling),
    stems: new Set(listStems(words).map(spell)),
    ambiguous: new Set(words.ambiguous.map(spell)),
    irregular: new Map(
      Object.entries(words.irregular).map(([form, stem]) => [spell(form), spell(stem)]),
    ),
    shortNouns: new Set(words.shortNouns.map(spell)),
    whole: new Map(words.vowelDropping.map((word) => [spell(dropVowel(word)), spell(word)])),
    roots: listRoots(words, spell),
  };
}

function compileTables(spelling: Spelling) {
  const compile = (forms: readonly string[], after?: Neighbour, least = 1) =>
    forms.map((form): SuffixRow => ({ form, after: after ?? guessNeighbour(form), least }));
  const verbEndings = VERB_ENDINGS.map((ending) => ({
    ...ending,
    after: guessNeighbour(ending.form),
    least: 1,
  }));
  const voices = [...compile(VOICES.consonant, 'consonant'), ...compile(VOICES.vowel, 'vowel')];
  return {
    nounSuffixes: compileSuffixes(NOUN_SUFFIXES, spelling),
    nameSuffixes: compileSuffixes(NAME_SUFFIXES, spelling),
    verbEndings: compileSuffixes(verbEndings, spelling),
    nominalEndings: compileSuffixes(
      verbEndings.filter(({ nominal }) => nominal),
      spelling,
    ),
    persons: compileSuffixes(compile(PERSON_ENDINGS), spelling),
    voices: compileSuffixes(voices, spelling),
    verbMakers: compileSuffixes(compile(VERB_MAKERS, 'any', 3), spelling),
  };
}

/** A verbal ending that begins with a vowel follows a consonant; with y, or a lone r, a vowel. */
function guessNeighbour(form: string): Neighbour {
  if (/^[AI]/.test(form)) return 'consonant';
  return /^(?:y|r$)/.test(form) ? 'vowel' : 'any';
}

/** The protected words, and the nouns in -ış of the listed roots. */
function listStems(words: StemmerWords): string[] {
  const listed = new Set(words.protected.flatMap((group) => group.words));
  // Where yazı is a word, folded "yazisi" is yazı-sı and not yazış-ı.
  const deeds = words.verbRoots.flatMap(nameDeeds).filter((deed) => !listed.has(deed.slice(0, -1)));
  return [...listed, ...deeds];
}

function nameDeeds(root: string): string[] {
  const endings = DEED_NOUNS[isVowelAt(root, root.length - 1, WRITTEN) ? 'vowel' : 'consonant'];
  return endings.map((ending) => root + spellSuffix(ending, findClasses(root, WRITTEN)));
}

/** Where two roots fold to one spelling (ol-, öl-) the one that stands first in the list wins. */
function listRoots(words: StemmerWords, spell: (word: string) => string): Map<string, Verb> {
  const roots = new Map<string, Verb>();
  const add = (form: string, root: string) => {
    if (!roots.has(spell(form))) roots.set(spell(form), { stem: spell(root), back: isBack(root) });
  };
  for (const root of words.verbRoots) add(root, root);
  for (const root of words.softeningRoots) add(`${root.slice(0, -1)}d`, root);
  return roots;
}

const dropVowel = (word: string) => word.slice(0, -2) + word.slice(-1);
