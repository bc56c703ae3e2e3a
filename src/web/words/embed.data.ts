import type { Language } from '../language.js';

/** The search box in pages of portals: what the reader's page has no words for. */
const az = {
  suggestions: 'Təkliflər',
  emptyBox: 'Axtarış sahəsini təmizlə',
  kinds: { author: 'müəllif', topic: 'mövzu' },
  year: 'İl',
  more: 'Daha çox',
  newWindow: '(yeni pəncərədə açılır)',
  slow: 'Cavab gecikir, bir az gözləyin…',
  offline: 'İnternet bağlantısını yoxlayıb yenidən cəhd edin.',
  busy: 'Hazırda sorğu çoxdur',
  busyHint: 'Bir neçə saniyədən sonra yenidən cəhd edin.',
  closed: 'Axtarış bu səhifəyə açıq deyil',
  closedHint: 'Saytın redaksiyasına məlumat verin.',
  failed: 'Axtarış alınmadı',
  failedHint: 'Sorğunu dəyişin və ya yenidən cəhd edin.',
};

export type EmbedWords = typeof az;

const en: EmbedWords = {
  suggestions: 'Suggestions',
  emptyBox: 'Empty the search box',
  kinds: { author: 'author', topic: 'topic' },
  year: 'Year',
  more: 'More',
  newWindow: '(opens in a new window)',
  slow: 'The answer takes longer than usual…',
  offline: 'Check the connection and try again.',
  busy: 'There are too many requests at the moment',
  busyHint: 'Try again in a few seconds.',
  closed: 'Search is not open to this page',
  closedHint: 'Please tell the editors of this site.',
  failed: 'The search failed',
  failedHint: 'Change the words or try again.',
};

export const EMBED_WORDS: Readonly<Record<Language, EmbedWords>> = { az, en };
