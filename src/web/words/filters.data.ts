import type { Language } from '../language.js';
import { FACET_WORDS } from './search.data.js';

/** Filters, the histogram of dates, and the chips of what is chosen. */
const az = {
  ...FACET_WORDS.az,
  apply: 'Tətbiq et',
  close: 'Nəticələri göstər',
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
  findAuthor: 'Müəllifi adı ilə tap',
  noAuthor: 'Belə müəllif yoxdur',
};

export type FilterWords = typeof az;

const en: FilterWords = {
  ...FACET_WORDS.en,
  apply: 'Apply',
  close: 'Show results',
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
  findAuthor: 'Find an author by name',
  noAuthor: 'There is no such author',
};

export const FILTER_WORDS: Readonly<Record<Language, FilterWords>> = { az, en };
