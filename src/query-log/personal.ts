/** Longer ones are pasted, not typed, and nobody else asks the same. */
const MOST_CHARACTERS = 100;
const MOST_WORD_CHARACTERS = 40;

/** What may well name or number a person; in doubt a query is left out. */
const PERSONAL: readonly RegExp[] = [
  // E-mail addresses, and handles written like them.
  /\S@\S/u,
  // Card numbers in groups.
  /(?<!\p{Nd})\p{Nd}{4}(?:[ -]?\p{Nd}{4}){2,3}(?!\p{Nd})/u,
  // Numbers of identity cards and passports: AZE 12345678, AA1234567.
  /(?<!\p{L})\p{L}{2,3}[ №-]{0,2}\p{Nd}{6,8}(?!\p{Nd})/u,
  // Number plates: 90-AA-123.
  /(?<!\p{Nd})\p{Nd}{2}[ -]?\p{L}{2}[ -]?\p{Nd}{3}(?!\p{Nd})/u,
];

/** The PIN (FIN) of an identity card: seven letters and digits, mixed. */
const PIN = /(?<![\p{L}\p{Nd}])(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{7}(?![\p{L}\p{Nd}])/giu;
/** A name with a small number (covid19) is none. */
const NUMBERED_NAME = /^[a-z]{5,6}\d{1,2}$/;

/** Days and years are numbers that many ask for. */
const TIMES =
  /(?<!\p{Nd})(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}|(?:19|20)\d{2}(?:-\d{2}-\d{2})?)(?!\p{Nd})/gu;
/** So many digits, whatever signs part them, may be a telephone number. */
const LONG_NUMBER = /\p{Nd}(?:[\s().+-]*\p{Nd}){6,}/u;

/**
 * Whether a query must not be kept: it may tell of a person (addresses, telephone numbers, numbers of
 * cards and documents), or is too long for others to ask the same.
 *
 * @example isPersonal('050 123 45 67') // true
 * @example isPersonal('seçki 2024') // false
 */
export function isPersonal(query: string): boolean {
  const text = query.normalize('NFKC').trim();
  const isLong =
    text.length > MOST_CHARACTERS ||
    text.split(/\s+/u).some((word) => word.length > MOST_WORD_CHARACTERS);
  return (
    isLong ||
    PERSONAL.some((pattern) => pattern.test(text)) ||
    (text.match(PIN) ?? []).some((word) => !NUMBERED_NAME.test(word)) ||
    LONG_NUMBER.test(text.replace(TIMES, ' x '))
  );
}
