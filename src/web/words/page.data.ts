import type { Language } from '../language.js';
import { SEARCH_WORDS } from './search.data.js';

/** The frame of the reader's pages: masthead, introduction, what stands in place of a list. */
const az = {
  ...SEARCH_WORDS.az,
  title: 'Axtar: Azərbaycan mətnlərində axtarış',
  description: 'Azərbaycan mətnlərində axtarış: istənilən yazılış, istənilən əlifba.',
  otherLanguage: 'English',
  skip: 'Nəticələrə keç',
  skipToText: 'Mətnə keç',
  introTitle: 'Azərbaycan mətnlərində axtarış',
  introText: 'Adı necə yazsanız da, tapılır: Tokayev, Tokayevin və Токаев eyni xəbərlərə aparır.',
  introHint:
    'Dırnaq içindəki ifadə olduğu kimi axtarılır; önünə tire qoyulan söz keçən mətnlər göstərilmir.',
  examples: 'Məsələn:',
  newest: 'Ən yenilər',
  sort: 'Sıralama',
  'sort:relevance': 'Ən uyğun',
  'sort:date:desc': 'Əvvəlcə yenilər',
  'sort:date:asc': 'Əvvəlcə köhnələr',
  pageOf: (page: string, pages: string) => `səhifə ${page} / ${pages}`,
  pages: 'Səhifələr',
  previous: 'Əvvəlki',
  next: 'Növbəti',
  pageNumber: (page: string) => `Səhifə ${page}`,
  newestInstead: 'Ən yeni məqalələrə bax',
  noPage: 'Bu səhifədə nəticə yoxdur',
  firstPage: 'Birinci səhifəyə qayıt',
  emptyIndex: 'Hələ heç bir sənəd yüklənməyib',
  emptyIndexHint: 'Sənədlər «axtar index <qovluq>» əmri ilə yüklənir.',
  offline: 'Bağlantını yoxlayıb yenidən cəhd edin. Aşağıda son alınan nəticələr qalır.',
};

export type PageWords = typeof az;

const en: PageWords = {
  ...SEARCH_WORDS.en,
  title: 'Axtar: search in Azerbaijani texts',
  description: 'Search in Azerbaijani texts: any spelling, any script.',
  otherLanguage: 'Azərbaycanca',
  skip: 'Skip to results',
  skipToText: 'Skip to the text',
  introTitle: 'Search in Azerbaijani texts',
  introText:
    'However you write a name, it is found: Tokayev, Tokayevin and Токаев lead to the same news.',
  introHint:
    'Words in quotes are searched as they stand; a word with a minus before it is kept out.',
  examples: 'For example:',
  newest: 'Newest',
  sort: 'Sort by',
  'sort:relevance': 'Best match',
  'sort:date:desc': 'Newest first',
  'sort:date:asc': 'Oldest first',
  pageOf: (page, pages) => `page ${page} of ${pages}`,
  pages: 'Pages',
  previous: 'Previous',
  next: 'Next',
  pageNumber: (page) => `Page ${page}`,
  newestInstead: 'See the newest articles',
  noPage: 'There is nothing on this page',
  firstPage: 'Back to the first page',
  emptyIndex: 'No documents yet',
  emptyIndexHint: 'Load documents with “axtar index <folder>”.',
  offline: 'Check the connection and try again. Below are the last results that arrived.',
};

export const PAGE_WORDS: Readonly<Record<Language, PageWords>> = { az, en };
