import { keyboardReadings, type KeyboardReading } from '../../indexer/language/keyboard.js';

/**
 * What the typed text may have been on another keyboard, likeliest first, without what nobody
 * writes: a search would find it in some odd place, and not look for the misspelt word.
 *
 * @example otherKeyboards('Njrftd')[0]?.text // 'Токаев'; of 'mem' no 'ьуь', of 'xahiç' no 'xahi,'
 */
export const otherKeyboards = (typed: string): KeyboardReading[] =>
  keyboardReadings(typed).filter(
    (reading) => !UNREADABLE.test(reading.text) && keepsLetters(typed, reading),
  );

/** No word begins with ь, ъ or ы, and few vowels follow the first two. */
const UNREADABLE = /(?<!\p{L})[ьъы]|[ьъ][аыуэьъ]/iu;

/** Of two Latin keyboards the one that types signs for letters was not meant. */
const keepsLetters = (typed: string, { text, from, to }: KeyboardReading): boolean =>
  from === 'ru' || to === 'ru' || countLetters(text) >= countLetters(typed);

const countLetters = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;
