/** The languages that the pages speak, the first by default. */
export const LANGUAGES = ['az', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Name of the parameter of an address that holds the language (`hl=en`): links keep it. */
export const LANGUAGE_PARAMETER = 'hl';

/**
 * The language that an address asks for.
 *
 * @example languageOf('en') // 'en'
 * @example languageOf(undefined) // 'az'
 */
export const languageOf = (given: unknown): Language =>
  LANGUAGES.find((language) => language === given) ?? LANGUAGES[0];
