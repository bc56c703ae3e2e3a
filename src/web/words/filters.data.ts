import type { Language } from '../language.js';

/** Filters, the histogram of dates, and the chips of what is chosen. */
const az = {
  filters: 'Süzgəclər',
  apply: 'Tətbiq et',
  close: 'Nəticələri göstər',
  chosen: 'Seçilmiş süzgəclər',
  topic: 'Mövzu',
  author: 'Müəllif',
  source: 'Mənbə',
  date: 'Tarix',
  from: 'Başlanğıc',
  to: 'Son',
  range: 'Aralıq',
  today: 'Bu gün',
  week: 'Bu həftə',
  month: 'Bu ay',
  year: 'Bu il',
  allDates: 'Bütün tarixlər',
  histogram: 'Nəticələr tarix üzrə',
  bar: (name: string, shown: string) => `${name}: ${shown}`,
  firstBar: 'Aralığın başlanğıcı',
  lastBar: 'Aralığın sonu',
  more: (shown: string) => `Daha ${shown} göstər`,
  findAuthor: 'Müəllifi adı ilə tap',
  noAuthor: 'Belə müəllif yoxdur',
  remove: (name: string) => `Süzgəci götür: ${name}`,
  clear: 'Süzgəcləri təmizlə',
};

export type FilterWords = typeof az;

const en: FilterWords = {
  filters: 'Filters',
  apply: 'Apply',
  close: 'Show results',
  chosen: 'Chosen filters',
  topic: 'Topic',
  author: 'Author',
  source: 'Source',
  date: 'Date',
  from: 'From',
  to: 'To',
  range: 'Range',
  today: 'Today',
  week: 'This week',
  month: 'This month',
  year: 'This year',
  allDates: 'All dates',
  histogram: 'Results by date',
  bar: (name, shown) => `${name}: ${shown}`,
  firstBar: 'Beginning of the range',
  lastBar: 'End of the range',
  more: (shown) => `Show ${shown} more`,
  findAuthor: 'Find an author by name',
  noAuthor: 'There is no such author',
  remove: (name) => `Remove filter: ${name}`,
  clear: 'Clear filters',
};

export const FILTER_WORDS: Readonly<Record<Language, FilterWords>> = { az, en };
