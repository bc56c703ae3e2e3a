/**
 * A source's name without quotation marks; of an address only the host.
 *
 * @example cleanSource('“Trend”') // 'Trend'
 */
export function cleanSource(text: string): string {
  const bare = text.replace(/^[\s"“”«»']+|[\s"“”«»'.,;]+$/gu, '');
  return /^https?:\/\//u.test(bare) ? (hostOf(bare) ?? bare) : bare;
}

function hostOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./u, '') : undefined;
}

/**
 * A source as named after its label; with its address when that leads to a page.
 *
 * @example readSource('https://www.bagban.az/gul/1') // { source: 'bagban.az', url: 'https://www.bagban.az/gul/1' }
 */
export function readSource(value: string): { source?: string; url?: string } {
  const source = cleanSource(value);
  if (source === '' || source.length > 60) return {};
  return { source, ...readUrl(value) };
}

/** An address counts only when it leads to a page, not merely to a site. */
export function readUrl(value: string): { url?: string } {
  const address = /https?:\/\/\S+/u.exec(value)?.[0].replace(/[.,;)]+$/u, '');
  if (address === undefined || !URL.canParse(address)) return {};
  return new URL(address).pathname.length > 1 ? { url: address } : {};
}
