import type { Language } from '../language.js';

/** What the search box says in pages of portals; the most of it the reader's page says, too. */
const az = {
  searchLabel: 'Axtarış',
  searchButton: 'Axtar',
  placeholder: 'Ad, mövzu və ya ifadə',
  results: 'Nəticələr',
  total: (_count: number, shown: string) => `${shown} nəticə`,
  layout: (q: string, text: string) => `«${q}» üçün nəticə yoxdur; «${text}» göstərilir.`,
  readAs: (text: string) => `«${text}» üzrə nəticələr göstərilir.`,
  didYouMean: 'Bəlkə, bunu axtarırsınız:',
  none: (q: string) => `«${q}» üçün heç nə tapılmadı`,
  noneFiltered: 'Bu süzgəclərlə heç nə tapılmadı',
  noneHint: 'Sözün yazılışını yoxlayın, daha az və ya daha ümumi söz yazın.',
  everywhere: 'Süzgəcsiz axtar',
  offlineTitle: 'Xidmətə qoşulmaq mümkün olmadı',
  retry: 'Yenidən cəhd et',
  suggestions: 'Təkliflər',
  emptyBox: 'Təmizlə',
  kinds: { author: 'müəllif', topic: 'mövzu' },
  moreHits: 'Daha çox',
  slow: 'Cavab gecikir…',
  offline: 'İnternet bağlantısını yoxlayıb yenidən cəhd edin.',
  busy: 'Hazırda sorğu çoxdur',
  closed: 'Axtarış bu səhifəyə açıq deyil',
  failed: 'Axtarış alınmadı',
};

export type SearchWords = typeof az;

const en: SearchWords = {
  searchLabel: 'Search',
  searchButton: 'Search',
  placeholder: 'A name, a topic or a phrase',
  results: 'Results',
  total: (count, shown) => `${shown} ${count === 1 ? 'result' : 'results'}`,
  layout: (q, text) => `Nothing for “${q}”; showing “${text}”.`,
  readAs: (text) => `Showing results for “${text}”.`,
  didYouMean: 'Did you mean:',
  none: (q) => `Nothing found for “${q}”`,
  noneFiltered: 'Nothing found with these filters',
  noneHint: 'Check the spelling, or use fewer or more general words.',
  everywhere: 'Search without filters',
  offlineTitle: 'The service cannot be reached',
  retry: 'Try again',
  suggestions: 'Suggestions',
  emptyBox: 'Clear',
  kinds: { author: 'author', topic: 'topic' },
  moreHits: 'More',
  slow: 'The answer is slow to come…',
  offline: 'Check the connection and try again.',
  busy: 'Too many requests at the moment',
  closed: 'Search is not open to this page',
  failed: 'The search failed',
};

export const SEARCH_WORDS: Readonly<Record<Language, SearchWords>> = { az, en };

/** What narrows a search. */
const facetsAz = {
  filters: 'Süzgəclər',
  chosen: 'Seçilmiş süzgəclər',
  topic: 'Mövzu',
  author: 'Müəllif',
  source: 'Mənbə',
  more: (shown: string) => `Daha ${shown} göstər`,
  remove: (name: string) => `Süzgəci götür: ${name}`,
  clear: 'Süzgəcləri təmizlə',
  byYear: 'İl',
};

const facetsEn: typeof facetsAz = {
  filters: 'Filters',
  chosen: 'Chosen filters',
  topic: 'Topic',
  author: 'Author',
  source: 'Source',
  more: (shown) => `Show ${shown} more`,
  remove: (name) => `Remove filter: ${name}`,
  clear: 'Clear filters',
  byYear: 'Year',
};

export const FACET_WORDS: Readonly<Record<Language, typeof facetsAz>> = {
  az: facetsAz,
  en: facetsEn,
};
