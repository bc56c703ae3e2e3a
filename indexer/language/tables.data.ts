/**
 * Character tables of the analyzer. Ours, compiled from the Azerbaijani alphabets of 1939–58,
 * 1958–91 (Cyrillic) and 1991 (Latin), Unicode's names of look-alike letters, and the romanisation
 * habits of the Azerbaijani, Russian and Kazakh press. Data only: the rules live beside it.
 */

/** Lower-case Latin letters and the one ASCII letter that each folds to; always 1:1 in UTF-16. */
export const FOLDS: Readonly<Record<string, string>> = {
  ə: 'e',
  ı: 'i',
  ş: 's',
  ș: 's',
  ç: 'c',
  ğ: 'g',
  ö: 'o',
  ü: 'u',
  â: 'a',
  á: 'a',
  à: 'a',
  å: 'a',
  ã: 'a',
  ā: 'a',
  ă: 'a',
  ą: 'a',
  ä: 'e',
  î: 'i',
  í: 'i',
  ì: 'i',
  ï: 'i',
  ī: 'i',
  į: 'i',
  û: 'u',
  ú: 'u',
  ù: 'u',
  ū: 'u',
  ů: 'u',
  ű: 'u',
  ų: 'u',
  é: 'e',
  è: 'e',
  ê: 'e',
  ë: 'e',
  ē: 'e',
  ė: 'e',
  ę: 'e',
  ě: 'e',
  ó: 'o',
  ò: 'o',
  ô: 'o',
  õ: 'o',
  ø: 'o',
  ō: 'o',
  ő: 'o',
  ñ: 'n',
  ň: 'n',
  ń: 'n',
  ņ: 'n',
  č: 'c',
  ć: 'c',
  š: 's',
  ś: 's',
  ž: 'z',
  ź: 'z',
  ż: 'z',
  ý: 'y',
  ÿ: 'y',
  ř: 'r',
  ł: 'l',
  ľ: 'l',
  ļ: 'l',
  ď: 'd',
  ť: 't',
  ț: 't',
  ţ: 't',
  ģ: 'g',
  ǧ: 'g',
  ķ: 'k',
  đ: 'd',
  ð: 'd',
};

/** Characters that nobody sees; deleted. U+200C is handled apart: in Perso-Arabic it parts a word. */
export const INVISIBLE = '\u200B\u200D-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\u00AD\u034F\u061C';
export const ZERO_WIDTH_NON_JOINER = '\u200C';
export const SPACES = '\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\u2028';
/** Hyphens proper. The dashes U+2013–2015 and U+2212 stay: they are punctuation between words. */
export const HYPHENS = '\u2010-\u2012\uFE63\uFF0D';
export const APOSTROPHES = '‘’‛ʼʹʻʽ´`′՚ꞌ＇';
export const QUOTES = '“”„‟«»‹›';

/** Look-alikes of ə that other keyboards and fonts produce. */
export const SCHWAS: Readonly<Record<string, string>> = { ǝ: 'ə', Ǝ: 'Ə' };

/** UTF-8 bytes read as Windows-1252: the corruption of old exports, and what each was. */
export const MOJIBAKE: Readonly<Record<string, string>> = {
  'É™': 'ə',
  'Æ\u008F': 'Ə',
  ÅŸ: 'ş',
  Åž: 'Ş',
  ÄŸ: 'ğ',
  Äž: 'Ğ',
  'Ä±': 'ı',
  'Ä°': 'İ',
  'Ã¼': 'ü',
  Ãœ: 'Ü',
  'Ã¶': 'ö',
  'Ã–': 'Ö',
  'Ã§': 'ç',
  'Ã‡': 'Ç',
  'â€œ': '“',
  'â€\u009D': '”',
  'â€™': '’',
  'â€“': '–',
  'â€”': '—',
  'â€¦': '…',
};

/** Letters of code page 1254 as they look when read in code page 1252. */
export const TURKISH_BYTES: Readonly<Record<string, string>> = {
  þ: 'ş',
  ð: 'ğ',
  ý: 'ı',
  Þ: 'Ş',
  Ð: 'Ğ',
  Ý: 'İ',
};
