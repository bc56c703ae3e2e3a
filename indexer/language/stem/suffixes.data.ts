/**
 * The inflectional endings, in archiphonemes (A = a/ə, I = ı/i/u/ü, K = q/k, G = ğ/y). Ours, from
 * the school grammar of Azerbaijani. Data only: the rules live beside it.
 */

/** What an ending must follow. `high` is usually a possessive (kitab-ı-nda), `low` is a or ə. */
export type Neighbour = 'any' | 'vowel' | 'buffer' | 'high' | 'low' | 'consonant';

/** One ending. A vouched one is too ambiguous to strip unless a listed word is found behind it. */
export interface NounSuffix {
  readonly form: string;
  readonly after: Neighbour;
  /** Letters that must be left. */
  readonly least: number;
  readonly vouched?: boolean;
}

export const NOUN_SUFFIXES: readonly NounSuffix[] = [
  { form: 'lAr', after: 'any', least: 2 },

  // Possessives: my, your, our, your (plural), his/her/its.
  { form: 'Im', after: 'consonant', least: 2 },
  { form: 'm', after: 'low', least: 3 },
  { form: 'm', after: 'high', least: 3, vouched: true },
  { form: 'n', after: 'low', least: 4 },
  { form: 'n', after: 'high', least: 3, vouched: true },
  { form: 'n', after: 'low', least: 3, vouched: true },
  { form: 'ImIz', after: 'consonant', least: 2 },
  { form: 'mIz', after: 'vowel', least: 3 },
  { form: 'InIz', after: 'consonant', least: 2 },
  { form: 'nIz', after: 'vowel', least: 3 },
  { form: 'I', after: 'consonant', least: 2 },
  { form: 'sI', after: 'vowel', least: 3 },
  { form: 'yI', after: 'low', least: 4, vouched: true },

  // Cases: genitive, accusative, dative, locative, ablative, instrumental, terminative.
  { form: 'In', after: 'consonant', least: 2 },
  { form: 'nIn', after: 'buffer', least: 3 },
  { form: 'nIn', after: 'vowel', least: 3, vouched: true },
  { form: 'nI', after: 'buffer', least: 3 },
  { form: 'nI', after: 'vowel', least: 3, vouched: true },
  { form: 'A', after: 'consonant', least: 2 },
  { form: 'yA', after: 'vowel', least: 3 },
  { form: 'nA', after: 'high', least: 3 },
  { form: 'dA', after: 'any', least: 2 },
  { form: 'ndA', after: 'high', least: 3 },
  { form: 'dAn', after: 'any', least: 2 },
  { form: 'ndAn', after: 'high', least: 3 },
  { form: 'lA', after: 'consonant', least: 2 },
  { form: 'ylA', after: 'vowel', least: 3 },
  { form: 'IylA', after: 'consonant', least: 3 },
  { form: 'ilə', after: 'consonant', least: 4 },
  { form: 'silə', after: 'vowel', least: 3 },
  { form: 'AdAK', after: 'consonant', least: 3 },
  { form: 'yAdAK', after: 'vowel', least: 3 },

  // Relational (in the house -> the one in the house) and the copula.
  { form: 'dAkI', after: 'any', least: 2 },
  { form: 'ndAkI', after: 'high', least: 3 },
  { form: 'dIr', after: 'any', least: 2 },
];

/** One verbal ending. Only a nominal one (participle, verbal noun) takes noun endings after it. */
export interface VerbEnding {
  readonly form: string;
  readonly nominal?: boolean;
  /** Too short to make a verb of an unlisted word in -la, -lan, -laş. */
  readonly weak?: boolean;
  /** Only after a passive: edil-ə (bilər). Elsewhere it is a dative. */
  readonly passive?: boolean;
}

export const VERB_ENDINGS: readonly VerbEnding[] = [
  { form: 'mAK', nominal: true }, { form: 'mA', nominal: true },
  { form: 'An', nominal: true }, { form: 'yAn', nominal: true },
  { form: 'mIş', nominal: true }, { form: 'dIK', nominal: true },
  { form: 'AcAK', nominal: true }, { form: 'yAcAK', nominal: true },
  { form: 'AcAG' }, { form: 'yAcAG' },
  { form: 'A', passive: true },
  { form: 'Ir' }, { form: 'yIr' }, { form: 'mIr' },
  { form: 'Ar', weak: true }, { form: 'yAr' }, { form: 'r', weak: true }, { form: 'mAz' },
  { form: 'dI' }, { form: 'dIm' }, { form: 'dIn' }, { form: 'dInIz' },
  { form: 'Ib' }, { form: 'yIb' },
  { form: 'mAlI' }, { form: 'sIn', weak: true }, { form: 'yIn' },
  { form: 'sA' }, { form: 'sAm' }, { form: 'sAn' }, { form: 'sAK' }, { form: 'sAnIz' },
  { form: 'ArAK' }, { form: 'yArAK' }, { form: 'IncA' }, { form: 'yIncA' }, { form: 'dIKcA' },
];

/** What may follow a finite form: person, plural, copula, past, hearsay, condition, "while". */
export const PERSON_ENDINGS: readonly string[] = [
  'Am', 'sAn', 'IK', 'sInIz', 'lAr', 'dIr', 'dI', 'mIş', 'sA', 'ydI', 'kən',
];

/** Voices: they stay in the stem, but let a listed root vouch for it (aç- -> açıl-, açdır-). */
export const VOICES_AFTER_CONSONANT: readonly string[] = ['Il', 'In', 'dIr', 'Iş'];
export const VOICES_AFTER_VOWEL: readonly string[] = ['n', 't', 'ş'];

/** Endings that make verbs of nouns. */
export const DENOMINAL: readonly string[] = ['lA', 'lAn', 'lAş'];
