import { z } from 'zod';

const Word = z.string().regex(/^[a-zəışçğöü]+$/, 'expected one lower-case Azerbaijani word');

/** Schema of `config/stemmer.json`. */
export const StemmerWords = z.object({
  provenance: z.string(),
  /** Words that are stems as they stand, though their ends look like endings; with the reason. */
  protected: z.array(z.object({ reason: z.string(), words: z.array(Word) })),
  /** Protected words that are also the dative of the word without their last letter: müəllim-ə. */
  ambiguous: z.array(Word),
  /** The two-letter nouns; of no other word may so little be left. */
  shortNouns: z.array(Word),
  /** Nouns that lose their last vowel before a vowel: fikir, fikr-i. */
  vowelDropping: z.array(Word),
  /** Whole forms that no rule reaches, with their stems: onun -> o. */
  irregular: z.record(Word, Word),
  verbRoots: z.array(Word),
  /** Verb roots whose final t is d before a vowel: et, ed-ir. */
  softeningRoots: z.array(Word),
});

export type StemmerWords = z.infer<typeof StemmerWords>;
