import { shortHash } from '../../extraction/slug.js';

/** Parameters that say where a reader came from, not what is read. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|yclid|mc_[ce]id|igshid|_openstat|ref_src)$/i;

/**
 * An address as it is kept: absolute, http or https, without fragment, tracking parameters and
 * user names. Undefined when it is none.
 *
 * @example tidyAddress('/xeber/7?utm_source=fb#top', 'https://a.az/') // 'https://a.az/xeber/7'
 */
export function tidyAddress(address: string | undefined, base?: string): string | undefined {
  const trimmed = address?.trim();
  if (trimmed === undefined || trimmed === '' || !URL.canParse(trimmed, base)) return undefined;
  const url = new URL(trimmed, base);
  if (!/^https?:$/.test(url.protocol)) return undefined;
  for (const name of [...url.searchParams.keys()]) {
    if (TRACKING.test(name)) url.searchParams.delete(name);
  }
  url.hash = '';
  url.username = '';
  url.password = '';
  return url.href;
}

/**
 * The site of an address: its host without `www.`, `m.` and `amp.`.
 *
 * @example siteOf('https://www.a.az/xeber/7') // 'a.az'
 */
export function siteOf(address: string): string {
  return new URL(address).host.replace(/^(?:www|m|amp)\./, '');
}

/**
 * The id of the article at an address: the same with and without `https`, `www.` and a final slash.
 *
 * @example idOfAddress('http://www.a.az/xeber/7/') === idOfAddress('https://a.az/xeber/7') // true
 */
export function idOfAddress(address: string): string {
  const { pathname, search } = new URL(address);
  const site = siteOf(address);
  const name = site.length > 100 ? shortHash(site) : site;
  return `${name}-${shortHash(`${site}${pathname.replace(/\/+$/, '')}${search}`)}`;
}

/**
 * The address that a page gives for itself, unless it is one of another site: no page may take the
 * place of an article that is somebody else's.
 */
export function canonicalOf(given: string | undefined, address: string): string {
  const canonical = tidyAddress(given, address);
  if (canonical === undefined || siteOf(canonical) !== siteOf(address)) return address;
  // Careless sites name their front page as the canonical address of every page.
  return new URL(canonical).pathname === '/' ? address : canonical;
}
