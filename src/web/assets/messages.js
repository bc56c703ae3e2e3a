/** Every word of the page, by language, and the language that is spoken now. */

const messages = {
  az: {
    title: 'Axtar: Azərbaycan mətnlərində axtarış',
    otherLanguage: 'English',
    skip: 'Nəticələrə keç',
    searchLabel: 'Axtarış',
    searchButton: 'Axtar',
    placeholder: 'Ad, mövzu və ya ifadə',
    introTitle: 'Azərbaycan mətnlərində axtarış',
    introText: 'Adı necə yazsanız da, tapılır: Tokayev, Tokayevin və Токаев eyni xəbərlərə aparır.',
    introHint:
      'Dırnaq içindəki ifadə olduğu kimi axtarılır; önünə tire qoyulan söz keçən mətnlər göstərilmir.',
    examples: 'Məsələn:',
    filters: 'Süzgəclər',
    chosen: 'Seçilmiş süzgəclər',
    topic: 'Mövzu',
    author: 'Müəllif',
    source: 'Mənbə',
    year: 'İl',
    dates: 'Tarix aralığı',
    from: 'Başlanğıc',
    to: 'Son',
    showAll: 'Hamısını göstər ({n})',
    showFewer: 'Daha az göstər',
    remove: 'Süzgəci götür: {name}',
    clear: 'Süzgəcləri təmizlə',
    sort: 'Sıralama',
    relevance: 'Ən uyğun',
    'date:desc': 'Əvvəlcə yenilər',
    'date:asc': 'Əvvəlcə köhnələr',
    results: 'Nəticələr',
    total: '{n} nəticə',
    totalOne: '{n} nəticə',
    page: 'səhifə {page} / {pages}',
    time: '{n} ms',
    layout: '«{q}» üçün nəticə yoxdur; «{text}» göstərilir.',
    readAs: '«{text}» üzrə nəticələr göstərilir.',
    didYouMean: 'Bəlkə, bunu axtarırsınız:',
    none: '«{q}» üçün heç nə tapılmadı',
    noneFiltered: 'Bu süzgəclərlə heç nə tapılmadı',
    noneHint: 'Sözün yazılışını yoxlayın, daha az və ya daha ümumi söz yazın.',
    noPage: 'Bu səhifədə nəticə yoxdur',
    firstPage: 'Birinci səhifəyə qayıt',
    emptyIndex: 'Hələ heç bir sənəd yüklənməyib',
    emptyIndexHint: 'Sənədlər «axtar index <qovluq>» əmri ilə yüklənir.',
    problem: 'Axtarış alınmadı',
    offline: 'Xidmətə qoşulmaq mümkün olmadı. Bağlantını yoxlayıb yenidən cəhd edin.',
    retry: 'Yenidən cəhd et',
    pages: 'Səhifələr',
    previous: 'Əvvəlki',
    next: 'Növbəti',
    pageNumber: 'Səhifə {n}',
    months: 'yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr'.split(
      ' ',
    ),
  },
  en: {
    title: 'Axtar: search in Azerbaijani texts',
    otherLanguage: 'Azərbaycanca',
    skip: 'Skip to results',
    searchLabel: 'Search',
    searchButton: 'Search',
    placeholder: 'A name, a topic or a phrase',
    introTitle: 'Search in Azerbaijani texts',
    introText:
      'However you write a name, it is found: Tokayev, Tokayevin and Токаев lead to the same news.',
    introHint:
      'Words in quotes are searched as they stand; a word with a minus before it is kept out.',
    examples: 'For example:',
    filters: 'Filters',
    chosen: 'Chosen filters',
    topic: 'Topic',
    author: 'Author',
    source: 'Source',
    year: 'Year',
    dates: 'Dates',
    from: 'From',
    to: 'To',
    showAll: 'Show all ({n})',
    showFewer: 'Show fewer',
    remove: 'Remove filter: {name}',
    clear: 'Clear filters',
    sort: 'Sort by',
    relevance: 'Best match',
    'date:desc': 'Newest first',
    'date:asc': 'Oldest first',
    results: 'Results',
    total: '{n} results',
    totalOne: '{n} result',
    page: 'page {page} of {pages}',
    time: '{n} ms',
    layout: 'Nothing for “{q}”; showing “{text}”.',
    readAs: 'Showing results for “{text}”.',
    didYouMean: 'Did you mean:',
    none: 'Nothing found for “{q}”',
    noneFiltered: 'Nothing found with these filters',
    noneHint: 'Check the spelling, or use fewer or more general words.',
    noPage: 'There is nothing on this page',
    firstPage: 'Back to the first page',
    emptyIndex: 'No documents yet',
    emptyIndexHint: 'Load documents with “axtar index <folder>”.',
    problem: 'The search did not work',
    offline: 'The service cannot be reached. Check the connection and try again.',
    retry: 'Try again',
    pages: 'Pages',
    previous: 'Previous',
    next: 'Next',
    pageNumber: 'Page {n}',
    months:
      'January February March April May June July August September October November December'.split(
        ' ',
      ),
  },
};

let language = 'az';

/** The language in use: `az` or `en`. */
export const currentLanguage = () => language;

/** The names of the months, January first, in the language in use. */
export const monthNames = () => messages[language].months;

/** Changes the language of all later `say` calls; an unknown one means Azerbaijani. */
export function setLanguage(wanted) {
  language = wanted === 'en' ? 'en' : 'az';
}

/** The sentence of that key with its `{places}` filled: `say('total', { n: 57 })` -> `57 nəticə`. */
export function say(key, values = {}) {
  return messages[language][key].replace(/\{(\w+)\}/g, (_, place) => String(values[place]));
}
