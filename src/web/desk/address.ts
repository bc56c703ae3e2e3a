import { LANGUAGE_PARAMETER, type Language } from '../language.js';

export type Parameters = Readonly<Record<string, string | number | undefined>>;

/**
 * An address of the desk that keeps the language; parameters without a value are left out.
 *
 * @example addressOf('en', '/desk/articles', { q: 'neft', page: 2 }) // '/desk/articles?q=neft&page=2&hl=en'
 */
export function addressOf(lang: Language, path: string, parameters: Parameters = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  if (lang !== 'az') search.set(LANGUAGE_PARAMETER, lang);
  return search.size > 0 ? `${path}?${search}` : path;
}

/** The page of an article. */
export const articleAddress = (lang: Language, id: string, parameters: Parameters = {}): string =>
  addressOf(lang, `/desk/articles/${encodeURIComponent(id)}`, parameters);

/** The page of a group of words. */
export const groupAddress = (lang: Language, id: string, parameters: Parameters = {}): string =>
  addressOf(lang, `/desk/words/groups/${encodeURIComponent(id)}`, parameters);

/** The same page in the other language. */
export function inLanguage(lang: Language, address: string): string {
  const [path = '', search = ''] = address.split('?', 2);
  const parameters = new URLSearchParams(search);
  parameters.delete(LANGUAGE_PARAMETER);
  return addressOf(lang, path, Object.fromEntries(parameters));
}
