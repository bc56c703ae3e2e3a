/**
 * The inflectional endings, in archiphonemes: A = a/ə, I = ı/i/u/ü, K = q/k, G = ğ/y. Ours, from
 * the school grammar of Azerbaijani. Data only: the rules live beside it.
 */

/** What an ending must follow: `low` is a or ə, `high` is ı i u ü (often a possessive: kitab-ı-nda). */
export type Neighbour = 'any' | 'consonant' | 'vowel' | 'vowelButO' | 'vowelButI' | 'low' | 'high';

/** One ending of a noun. */
export interface NounSuffix {
  readonly form: string;
  readonly after: Neighbour;
  /** Letters that must be left. */
  readonly least: number;
  /** Too ambiguous to strip, unless a listed word is found behind it. */
  readonly vouched?: boolean;
}

export const NOUN_SUFFIXES: readonly NounSuffix[] = [
  { form: 'lAr', after: 'any', least: 2 },

  // Possessives: my, your, our, your (plural), his. A bare -n after a vowel is rare: four letters.
  { form: 'Im', after: 'consonant', least: 2 },
  { form: 'm', after: 'low', least: 3 },
  { form: 'm', after: 'high', least: 3, vouched: true },
  { form: 'n', after: 'low', least: 4 },
  { form: 'n', after: 'low', least: 3, vouched: true },
  { form: 'n', after: 'high', least: 3, vouched: true },
  { form: 'ImIz', after: 'consonant', least: 2 },
  { form: 'mIz', after: 'vowel', least: 3 },
  { form: 'InIz', after: 'consonant', least: 2 },
  { form: 'nIz', after: 'vowel', least: 3 },
  { form: 'I', after: 'consonant', least: 2 },
  { form: 'sI', after: 'vowel', least: 3 },
  { form: 'yI', after: 'low', least: 4, vouched: true },

  // Genitive and accusative. -on is a loan's end (çempion-u) far more often than -o is (metro-nu).
  { form: 'In', after: 'consonant', least: 2 },
  { form: 'nIn', after: 'vowelButO', least: 3 },
  { form: 'nIn', after: 'vowel', least: 3, vouched: true },
  { form: 'nI', after: 'vowelButO', least: 3 },
  { form: 'nI', after: 'vowel', least: 3, vouched: true },

  // Dative, locative, ablative; with the n that follows a possessive.
  { form: 'A', after: 'consonant', least: 2 },
  { form: 'yA', after: 'vowel', least: 3 },
  { form: 'nA', after: 'high', least: 3 },
  { form: 'dA', after: 'any', least: 2 },
  { form: 'ndA', after: 'high', least: 3 },
  { form: 'dAn', after: 'any', least: 2 },
  { form: 'ndAn', after: 'high', least: 3 },

  // "With", joined as an ending or as the whole word ilə, and "until".
  { form: 'lA', after: 'consonant', least: 2 },
  { form: 'ylA', after: 'vowel', least: 3 },
  { form: 'IylA', after: 'consonant', least: 3 },
  { form: 'ilə', after: 'consonant', least: 4 },
  { form: 'silə', after: 'vowel', least: 3 },
  { form: 'AdAK', after: 'consonant', least: 3 },
  { form: 'yAdAK', after: 'vowel', least: 3 },

  // Relational (in the house -> the one in the house), and "is".
  { form: 'dAkI', after: 'any', least: 2 },
  { form: 'ndAkI', after: 'high', least: 3 },
  { form: 'dIr', after: 'any', least: 2 },
];

/**
 * The endings by which a name alone is inflected. Never one letter, and no -ya after i: Samir is not
 * Samirə, nor Nuri Nuriyə, Nizam Nizami.
 */
export const NAME_SUFFIXES: readonly NounSuffix[] = [
  { form: 'lAr', after: 'any', least: 4 },
  { form: 'In', after: 'consonant', least: 4 },
  { form: 'nIn', after: 'vowel', least: 4 },
  { form: 'nI', after: 'vowel', least: 4 },
  { form: 'yA', after: 'vowelButI', least: 4 },
  { form: 'dA', after: 'any', least: 4 },
  { form: 'dAn', after: 'any', least: 4 },
  { form: 'dAkI', after: 'any', least: 4 },
  { form: 'lA', after: 'consonant', least: 4 },
  { form: 'ylA', after: 'vowel', least: 4 },
  { form: 'dIr', after: 'any', least: 4 },
];

/** One ending of a verb. */
export interface VerbEnding {
  readonly form: string;
  /** A participle or a verbal noun: noun endings may follow. */
  readonly nominal?: boolean;
  /** Too short to make a verb of an unlisted word in -la, -lan, -laş. */
  readonly weak?: boolean;
  /** Only after a passive in -ıl: edil-ə (bilər). Elsewhere it is a dative. */
  readonly passive?: boolean;
}

export const VERB_ENDINGS: readonly VerbEnding[] = [
  { form: 'mAK', nominal: true },
  { form: 'mA', nominal: true },
  { form: 'An', nominal: true },
  { form: 'yAn', nominal: true },
  { form: 'mIş', nominal: true },
  { form: 'dIK', nominal: true },
  { form: 'AcAK', nominal: true },
  { form: 'yAcAK', nominal: true },
  { form: 'AcAG' },
  { form: 'yAcAG' },
  { form: 'Ir' },
  { form: 'yIr' },
  { form: 'mIr' },
  { form: 'Ar', weak: true },
  { form: 'yAr' },
  { form: 'r', weak: true },
  { form: 'mAz' },
  { form: 'dI' },
  { form: 'dIm' },
  { form: 'dIn' },
  { form: 'dInIz' },
  { form: 'Ib' },
  { form: 'yIb' },
  { form: 'mAlI' },
  { form: 'A', passive: true },
  { form: 'sIn', weak: true },
  { form: 'yIn' },
  { form: 'AK' },
  { form: 'sA' },
  { form: 'sAm' },
  { form: 'sAn' },
  { form: 'sAK' },
  { form: 'sAnIz' },
  { form: 'ArAK' },
  { form: 'yArAK' },
  { form: 'IncA' },
  { form: 'yIncA' },
  { form: 'dIKcA' },
];

/** What may follow a finite form: person, plural, "is", past, hearsay, condition, "while". */
export const PERSON_ENDINGS: readonly string[] = [
  'Am', 'sAn', 'IK', 'sInIz', 'lAr', 'dIr', 'dI', 'mIş', 'sA', 'ydI', 'kən',
]; // prettier-ignore

/** Voices. They stay in the stem, but let a listed root vouch for it: aç- -> açıl-, açdır-. */
export const VOICES: Readonly<Record<'consonant' | 'vowel', readonly string[]>> = {
  consonant: ['Il', 'In', 'dIr', 'Iş'],
  vowel: ['n', 't', 'ş'],
};

/** Endings that make verbs of nouns: they alone vouch for a verb of five letters. */
export const VERB_MAKERS: readonly string[] = ['lA', 'lAn', 'lAş'];

/** Nouns made of a listed root after a consonant and after a vowel: baxış, veriliş, anlayış. */
export const DEED_NOUNS: Readonly<Record<'consonant' | 'vowel', readonly string[]>> = {
  consonant: ['Iş', 'IlIş', 'dIrIş'],
  vowel: ['yIş', 'nIş'],
};
