/**
 * Letters of the Cyrillic alphabets, look-alike letters and keyboard layouts. Ours, compiled from
 * the Azerbaijani alphabets of 1939–58 and 1958–91, the Russian and Kazakh alphabets, the names
 * that Unicode gives to letters, and the three layouts printed on keyboards in Azerbaijan.
 * Left out: Cyrillic letters of other languages (they pass through unchanged), the Perso-Arabic
 * alphabet (its vowels are mostly unwritten), phonetic Russian layouts. Data only.
 */

/** Letters that only Kazakh has (і also Ukrainian): қ ң ұ і. They outweigh the Azerbaijani ones. */
export const KAZAKH_MARKERS = 'қңұі';

/** Letters of Azerbaijani Cyrillic that Russian lacks. */
export const AZERBAIJANI_MARKERS = 'әғҝҹөүһј';

/** Letters that Azerbaijani dropped in 1958, and two Ukrainian ones: without a marker, Russian. */
export const RUSSIAN_MARKERS = 'цщэюяёъьйїє';

/** Vowels after which Russian е is `ye` (ь and ъ work alike: `Соловьев`). */
export const CYRILLIC_VOWELS = 'аәеёиіїоөуүұыэєюяьъ';

/** Azerbaijani Cyrillic of 1958–91, 1:1; й ю я э ц щ ь ъ are of 1939–58. */
// prettier-ignore
export const AZERBAIJANI_LETTERS: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'q', ғ: 'ğ', д: 'd', е: 'e', ә: 'ə', ж: 'j', з: 'z', и: 'i', ы: 'ı',
  ј: 'y', к: 'k', ҝ: 'g', л: 'l', м: 'm', н: 'n', о: 'o', ө: 'ö', п: 'p', р: 'r', с: 's', т: 't',
  у: 'u', ү: 'ü', ф: 'f', х: 'x', һ: 'h', ч: 'ç', ҹ: 'c', ш: 'ş',
  й: 'y', ю: 'yu', я: 'ya', ё: 'yo', э: 'e', ц: 'ts', щ: 'ş', ь: '', ъ: '',
};

/** Russian in Azerbaijani letters; е ё ю я depend on the neighbours, see RUSSIAN_SOFT_VOWELS. */
export const RUSSIAN_LETTERS: Readonly<Record<string, string>> = {
  ...AZERBAIJANI_LETTERS,
  г: 'g',
  щ: 'şş',
  і: 'i',
  ї: 'yi',
  є: 'ye',
  ґ: 'g',
};

/** Kazakh in Azerbaijani letters. */
export const KAZAKH_LETTERS: Readonly<Record<string, string>> = {
  ...RUSSIAN_LETTERS,
  қ: 'q',
  ң: 'n',
  ұ: 'u',
};

/**
 * Russian е ё ю я: `open` at the beginning, after a vowel, ь or ъ; `soft` after a consonant, where
 * the press writes Azerbaijani ə ü ö (Гянджа, Гюнель, Гёйчай) but also Russian names (Людмила,
 * Гумилёв): two readings, the likelier first.
 */
export const RUSSIAN_SOFT_VOWELS: Readonly<
  Record<string, { readonly open: string; readonly soft: readonly [string, string] }>
> = {
  е: { open: 'ye', soft: ['e', 'e'] },
  ё: { open: 'yo', soft: ['yo', 'ö'] },
  ю: { open: 'yu', soft: ['ü', 'yu'] },
  я: { open: 'ya', soft: ['ə', 'ya'] },
};

/** Cyrillic letters and the Latin letters that look the same; the n-th of one is the n-th of the other. */
export const CYRILLIC_TWINS = 'әаеорсухіјһԛԝѕӘАВЕКМНОРСТУХІЈҮԚԜЅ';
export const LATIN_TWINS = 'əaeopcyxijhqwsƏABEKMHOPCTYXIJYQWS';

/** The keys of the three layouts, key by key, each without and with Shift. */
export const KEYBOARD_LAYOUTS = {
  az: {
    plain: '`qüertyuiopöğasdfghjklıəzxcvbnmçş',
    shifted: '~QÜERTYUİOPÖĞASDFGHJKLIƏZXCVBNMÇŞ',
  },
  us: {
    plain: "`qwertyuiop[]asdfghjkl;'zxcvbnm,.",
    shifted: '~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>',
  },
  ru: {
    plain: 'ёйцукенгшщзхъфывапролджэячсмитьбю',
    shifted: 'ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ',
  },
} as const;
