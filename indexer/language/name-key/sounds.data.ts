/**
 * Spelling habits of names in Azerbaijani, English, Russian, Turkish, Kazakh and German print, as
 * tables. Ours, compiled from the alphabets and the romanisation habits of the press; rules of
 * orthography only, no names. Left out: names that press traditions write differently beyond any
 * rule of letters (Tramp/Trump, Bakı/Baku, Moskva/Moscow), which are aliases.
 *
 * Sounds: vowels A E I O U and ə = @; Y a glide, J a y that counts as a consonant; C = c, j;
 * Q = ç; W = ş; H = h, x; G = q, g, ğ and K = k (one sound but in short names); the rest are
 * themselves.
 */

/** Lower-case Latin letters one by one. Other characters are silent. */
// prettier-ignore
export const LETTER_SOUNDS: Readonly<Record<string, string>> = {
  a: 'A', â: 'A', á: 'A', à: 'A', å: 'A', ã: 'A', ā: 'A', ă: 'A', ą: 'A', æ: 'E',
  e: 'E', é: 'E', è: 'E', ê: 'E', ë: 'E', ē: 'E', ė: 'E', ę: 'E', ě: 'E', ə: '@', ä: '@',
  i: 'I', ı: 'I', î: 'I', í: 'I', ì: 'I', ï: 'I', ī: 'I', į: 'I',
  o: 'O', ö: 'O', ó: 'O', ò: 'O', ô: 'O', õ: 'O', ø: 'O', ō: 'O', ő: 'O',
  u: 'U', ü: 'U', û: 'U', ú: 'U', ù: 'U', ū: 'U', ů: 'U', ű: 'U', ų: 'U',
  y: 'Y', ý: 'I', ÿ: 'Y', h: 'H', x: 'H',
  b: 'B', p: 'P', d: 'D', đ: 'D', ď: 'D', ð: 'D', t: 'T', ť: 'T', ţ: 'T', ț: 'TS', þ: 'T',
  q: 'G', g: 'G', ğ: 'G', ģ: 'G', ǧ: 'G', k: 'K', ķ: 'K', c: 'C', j: 'C', ç: 'Q', č: 'Q', ć: 'Q',
  f: 'F', v: 'V', w: 'V', s: 'S', ś: 'S', ß: 'S', ş: 'W', ș: 'W', š: 'W', z: 'Z', ź: 'Z', ż: 'C', ž: 'C',
  l: 'L', ł: 'L', ľ: 'L', ļ: 'L', m: 'M', n: 'N', ñ: 'N', ň: 'N', ń: 'N', ņ: 'N', r: 'R', ř: 'R',
};

/**
 * Cyrillic letters in Latin ones, for keys: one table for every alphabet, as their sounds differ
 * less than a key tells apart. Russian г stays γ: it writes q, g and h alike.
 */
// prettier-ignore
export const CYRILLIC_SPELLINGS: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'γ', ғ: 'ğ', ґ: 'g', д: 'd', е: 'e', ё: 'yo', є: 'ye', ә: 'ə', ж: 'j',
  з: 'z', и: 'i', і: 'i', ї: 'yi', ы: 'ı', й: 'y', ј: 'y', к: 'k', қ: 'q', ҝ: 'g', л: 'l', м: 'm',
  н: 'n', ң: 'n', о: 'o', ө: 'ö', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ү: 'ü', ұ: 'u', ф: 'f',
  х: 'x', һ: 'h', ц: 'ts', ч: 'ç', ҹ: 'c', ш: 'ş', щ: 'şç', э: 'e', ю: 'yu', я: 'ya', ь: '', ъ: '',
};

/**
 * The last symbol of an unfinished key, and all that it may become: by a digraph (s + h), by the
 * rules of word ends (final z is s), before a consonant (d is t), or with a glide (hed-, hey-).
 */
// prettier-ignore
export const UNFINISHED_SOUNDS: Readonly<Record<string, string>> = {
  S: 'SW', K: 'KH', G: 'KH', Z: 'ZSC', C: 'CQ', D: 'DTC', B: 'BP', T: 'TQ', P: 'PF', V: 'VF', E: 'EA',
};

/** A spelling that is more, less or other than its letters. */
export interface SpellingRule {
  readonly letters: string;
  /** The sounds it may stand for, likeliest first. */
  readonly sounds: readonly string[];
  /** Where in the word; anywhere when absent. `inside`: not at its beginning. */
  readonly at?: 'start' | 'inside' | 'end';
  /** One of these letters must precede. */
  readonly after?: string;
  /** One of these letters must follow. */
  readonly before?: string;
  /** Only in words without Azerbaijani letters, which may be English, German or French. */
  readonly plain?: true;
}

const VOWELS = 'aeəiıoöuüyâáéíóúäîû';
const CONSONANTS = 'bcçdfgγğhjklmnpqrsştvwxz';

/**
 * Tried in order, the first that fits wins. Digraphs count in every word: where the two letters are
 * two sounds (İshaq), every spelling of the name loses the same sound.
 */
export const SPELLING_RULES: readonly SpellingRule[] = [
  // German and French clusters: Deutsch, Tchaikovsky, Schmidt; Russian щ: Khrushchev = Xruşşov.
  { letters: 'schtsch', sounds: ['W'] },
  { letters: 'shch', sounds: ['W'] },
  { letters: 'şç', sounds: ['W'] },
  { letters: 'tsch', sounds: ['Q'] },
  { letters: 'tch', sounds: ['Q'] },
  { letters: 'tç', sounds: ['Q'] },
  { letters: 'sch', sounds: ['W'] },
  // c: Gadzhiev, Hadjiyev, Гаджиев (дж) = Hacıyev.
  { letters: 'dzh', sounds: ['C'] },
  { letters: 'dsch', sounds: ['C'] },
  { letters: 'dj', sounds: ['C'] },
  { letters: 'zh', sounds: ['C'] },
  // h and x: Akhmetov = Axmetov; Beckham = Bekhem = Бекхэм.
  { letters: 'ckh', sounds: ['H'] },
  { letters: 'kh', sounds: ['H'] },
  { letters: 'kx', sounds: ['H'] },
  { letters: 'sh', sounds: ['W'] },
  // German ch: Friedrich = Fridrix.
  { letters: 'ch', at: 'end', plain: true, sounds: ['Q', 'H'] },
  { letters: 'ch', sounds: ['Q'] },
  { letters: 'ck', sounds: ['K'] },
  { letters: 'ph', sounds: ['F'] },
  { letters: 'th', sounds: ['T'] },
  { letters: 'dh', sounds: ['D'] },
  { letters: 'tz', sounds: ['TS'] },
  // German z after a consonant: Merz = Merts.
  { letters: 'z', at: 'end', after: 'lrn', plain: true, sounds: ['Z', 'TS'] },
  // ğ is heard as x at the end: Qarabağ = Karabakh.
  { letters: 'gh', at: 'end', sounds: ['H'] },
  { letters: 'ğ', at: 'end', sounds: ['H'] },
  { letters: 'gh', sounds: ['G'] },
  // And g is typed for it: Karadag = Qaradağ.
  { letters: 'g', at: 'end', after: 'aou', plain: true, sounds: ['G', 'H'] },
  // Russian ге for gö: Гейчай = Göyçay; for he: Гейдар.
  { letters: 'γe', sounds: ['GE', 'HE', 'GO'] },
  // Russian г for h: Гейдар, Ибрагим; and its Latin copies: Guseynov, Ibragimov.
  { letters: 'γ', at: 'start', sounds: ['G', 'H'] },
  { letters: 'γ', after: VOWELS + 'lr', sounds: ['G', 'H'] },
  { letters: 'γ', sounds: ['G'] },
  // Italian: Giorgia = Corca; Spanish and French gu: Rodriguez = Rodriges.
  { letters: 'gi', before: 'aou', plain: true, sounds: ['GI', 'C'] },
  { letters: 'ci', before: 'aou', plain: true, sounds: ['CI', 'C'] },
  { letters: 'gu', before: 'ei', plain: true, sounds: ['GU', 'G'] },
  { letters: 'g', at: 'start', plain: true, sounds: ['G', 'H'] },
  { letters: 'g', after: VOWELS, before: VOWELS, plain: true, sounds: ['G', 'H'] },
  // Polish: Mateusz, Czech.
  { letters: 'sz', plain: true, sounds: ['SZ', 'W'] },
  { letters: 'cz', plain: true, sounds: ['CZ', 'Q'] },
  // Latin c of other languages: Macron = Makron, Delcy = Delsi.
  { letters: 'c', before: 'eiy', plain: true, sounds: ['C', 'S'] },
  // But Camal is not Kamal: an initial ca- is Azerbaijani here.
  { letters: 'c', at: 'start', before: 'a', sounds: ['C'] },
  { letters: 'c', plain: true, sounds: ['C', 'K'] },
  // y written j: Nasarbajew, Mejdan, Jens, Freyja; but Brejnev = Brezhnev, Majdal = Məcdəl.
  { letters: 'yj', plain: true, sounds: ['Y'] },
  { letters: 'j', after: VOWELS, before: CONSONANTS, sounds: ['Y', 'C'] },
  // Kaja = Kaya, Benjamin = Benyamin. No more of them: Ganja is no Ganya, Khadija no Khadiya.
  { letters: 'aja', at: 'end', plain: true, sounds: ['ACA', 'AYA'] },
  { letters: 'njam', plain: true, sounds: ['NCAM', 'NYAM'] },
  { letters: 'jev', after: VOWELS, sounds: ['YEV'] },
  { letters: 'jew', after: VOWELS, sounds: ['YEV'] },
  { letters: 'j', at: 'start', plain: true, sounds: ['C', 'J'] },
  // x of Alex, Maxim.
  { letters: 'x', at: 'inside', plain: true, sounds: ['H', 'KS'] },
  // Yevlax = Евлах; Yens = Jens.
  { letters: 'y', at: 'start', before: 'eiı', sounds: ['Y', 'J'] },
  { letters: 'y', at: 'start', before: VOWELS, sounds: ['J'] },
  // Sarkisyan = Sarkisian; Гянджа = Gəncə.
  { letters: 'y', after: CONSONANTS, before: VOWELS, sounds: ['Y', 'I'] },
  // Latin au and -sia: Austria = Avstriya, Malaysia = Malayziya.
  { letters: 'au', at: 'start', before: CONSONANTS, plain: true, sounds: ['A', 'AV'] },
  { letters: 'sia', at: 'end', after: VOWELS, plain: true, sounds: ['SIA', 'ZIA'] },
  // English vowels: Teimour = Teymur, Ameer = Əmir.
  { letters: 'oo', sounds: ['U'] },
  { letters: 'ou', sounds: ['U'] },
  { letters: 'ee', plain: true, sounds: ['I'] },
  // h that others do not hear: Tahir = Таир, Johnson = Conson, Abdullah = Abdulla.
  { letters: 'h', after: 'a', before: 'i', sounds: ['H', ''] },
  { letters: 'h', after: 'o', before: 'lmnr', plain: true, sounds: ['H', ''] },
  { letters: 'h', at: 'end', after: 'aeə', sounds: ['H', ''] },
  // Arabic short vowels, u or o to others: Mohammed, Мухаммед = Məhəmməd.
  { letters: 'muham', sounds: ['MAHAM'] },
  { letters: 'moham', sounds: ['MAHAM'] },
  { letters: 'muxam', sounds: ['MAHAM'] },
  { letters: 'moxam', sounds: ['MAHAM'] },
  // The same name in the Caucasus, and in Turkey: Магомедов = Məhəmmədov, Mehmet = Məmməd.
  { letters: 'maγom', sounds: ['MAHAM', 'MAGOM'] },
  { letters: 'magom', sounds: ['MAHAM', 'MAGOM'] },
  { letters: 'mehme', sounds: ['MEHME', 'MEME'] },
  // A vowel that Azerbaijani leaves out: Rza = Rıza, Reza.
  { letters: 'rza', at: 'start', sounds: ['RIZA', 'REZA', 'RZA'] },
  // Titles that have grown on: Gedabek = Gədəbəy, Ибрагимбеков = İbrahimbəyov.
  { letters: 'bek', at: 'end', sounds: ['BEK', 'BEY'] },
  { letters: 'bekov', sounds: ['BEKOV', 'BEYOV'] },
  // -qulu is -guly to Turkmens, -кули to Russians. Not at the beginning: Quluyev is not Quliyev.
  { letters: 'qulu', at: 'inside', sounds: ['GULI'] },
  { letters: 'gulu', at: 'inside', sounds: ['GULI'] },
  { letters: 'kulu', at: 'inside', sounds: ['KULI'] },
  // Turkish ev for öv: Mövlud = Mevlüt, Dövlət = Devlet.
  { letters: 'öv', before: CONSONANTS, sounds: ['OV', 'EV'] },
  // w and ff of other languages: Witkoff = Uitkoff, Romanoff = Romanov; silent e: Steve = Stiv.
  { letters: 'eve', at: 'end', plain: true, sounds: ['EVE', 'IV'] },
  { letters: 'w', at: 'start', before: 'aei', plain: true, sounds: ['V', 'U'] },
  { letters: 'ff', at: 'end', sounds: ['F', 'V'] },
  // Alexander = Aleksandr.
  { letters: 'der', at: 'end', after: CONSONANTS, plain: true, sounds: ['DER', 'DR'] },
  // A dative, not a name of a woman: Əliyevə is Əliyev, Əliyeva is not.
  { letters: 'və', at: 'end', after: 'e', sounds: ['V'] },
  // ё printed as е: Gumilev = Qumilyov, Gorbachev = Qorbaçov.
  { letters: 'ev', at: 'end', after: CONSONANTS, sounds: ['EV', 'OV'] },
  { letters: 'eva', at: 'end', after: CONSONANTS, sounds: ['EVA', 'OVA'] },
];
