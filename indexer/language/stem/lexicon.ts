import { z } from 'zod';
import { fold } from '../fold.js';
import { BACK_ROUND, BACK_SPREAD, FOLDED, WRITTEN, classesOf, spellSuffix, type Spelling } from './harmony.js';
import { compileSuffixes, type SuffixTable } from './suffix-table.js';
import {
  DENOMINAL, NOUN_SUFFIXES, PERSON_ENDINGS, VERB_ENDINGS, VOICES_AFTER_CONSONANT, VOICES_AFTER_VOWEL,
  type Neighbour, type NounSuffix, type VerbEnding,
} from './suffixes.data.js';

const Word = z.string().regex(/^[a-zəışçğöü]+$/, 'expected one lower-case Azerbaijani word');

/** Schema of `config/stemmer.json`. */
export const StemmerWords = z.object({
  provenance: z.string(),
  protected: z.array(z.object({ reason: z.string(), words: z.array(Word) })),
  shortNouns: z.array(Word),
  vowelDropping: z.array(Word),
  irregular: z.record(Word, Word),
  verbRoots: z.array(Word),
  softeningRoots: z.array(Word),
});

interface Row {
  readonly form: string;
  readonly after: Neighbour;
  readonly least: number;
}

/** A verb stem, and whether its vowels are back ones (-maq) or front ones (-mək). */
export interface Root {
  readonly root: string;
  readonly back: boolean;
}

/** Everything that the rules ask for, in one spelling. */
export interface Lexicon {
  readonly spelling: Spelling;
  readonly nouns: SuffixTable<NounSuffix>;
  readonly verbs: SuffixTable<VerbEnding & Row>;
  readonly persons: SuffixTable<Row>;
  readonly voices: SuffixTable<Row>;
  readonly denominal: SuffixTable<Row>;
  /** Words that are stems as they stand, though they look inflected. */
  readonly stems: ReadonlyMap<string, string>;
  /** Whole forms that no rule reaches, with their stems: onun -> o, suyun -> su. */
  readonly irregular: ReadonlyMap<string, string>;
  readonly shortNouns: ReadonlySet<string>;
  /** Rests as they stand before a vowel, and the whole words: fikr -> fikir. */
  readonly wholes: ReadonlyMap<string, string>;
  readonly roots: ReadonlyMap<string, Root>;
}

export function buildLexicon(words: z.infer<typeof StemmerWords>, spelling: Spelling): Lexicon {
  const spell = spelling === FOLDED ? fold : (word: string) => word;
  const rows = (forms: readonly string[], after?: Neighbour): Row[] =>
    forms.map((form) => ({ form, after: after ?? neighbourOf(form), least: 1 }));
  const listed = words.protected.flatMap((group) => group.words);
  const roots = [
    ...words.verbRoots.map((root): [string, string] => [root, root]),
    ...words.softeningRoots.map((root): [string, string] => [`${root.slice(0, -1)}d`, root]),
  ];
  return {
    spelling,
    nouns: compileSuffixes(NOUN_SUFFIXES, spelling),
    verbs: compileSuffixes(VERB_ENDINGS.map((row) => ({ ...row, after: neighbourOf(row.form), least: 1 })), spelling),
    persons: compileSuffixes(rows(PERSON_ENDINGS), spelling),
    voices: compileSuffixes([...rows(VOICES_AFTER_CONSONANT, 'consonant'), ...rows(VOICES_AFTER_VOWEL, 'vowel')], spelling),
    denominal: compileSuffixes(DENOMINAL.map((form): Row => ({ form, after: 'any', least: 3 })), spelling),
    stems: new Map([
      ...listed.map((word): [string, string] => [spell(word), spell(word)]),
      ...words.verbRoots.flatMap(nameDeeds).filter((deed) => !listed.includes(deed.slice(0, -1))).map((word): [string, string] => [spell(word), spell(word)]),
    ]),
    irregular: new Map(Object.entries(words.irregular).map(([form, stem]) => [spell(form), spell(stem)])),
    shortNouns: new Set(words.shortNouns.map(spell)),
    wholes: new Map(words.vowelDropping.map((word) => [spell(dropVowel(word)), spell(word)])),
    roots: new Map(roots.reverse().map(([form, root]) => [spell(form), { root: spell(root), back: isBack(root) }])),
  };
}

/** The nouns in -(y)Iş of a verb and of its passive and causative: baxış, anlayış, veriliş, bildiriş. */
function nameDeeds(root: string): string[] {
  const classes = classesOf(root, WRITTEN);
  const suffixes = WRITTEN.has(root.slice(-1)) ? ['yIş', 'nIş'] : ['Iş', 'IlIş', 'dIrIş'];
  return suffixes.map((suffix) => root + spellSuffix(suffix, classes));
}

const dropVowel = (word: string) => word.slice(0, -2) + word.slice(-1);

const isBack = (root: string) => (classesOf(root, WRITTEN) & (BACK_SPREAD | BACK_ROUND)) !== 0;

/** An ending that starts with a vowel follows a consonant; with y or alone r, a vowel. */
function neighbourOf(form: string): Neighbour {
  if (/^[AI]/.test(form)) return 'consonant';
  return /^y|^r$/.test(form) ? 'vowel' : 'any';
}
