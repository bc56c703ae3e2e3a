/** Asks for a page of the desk in the language of this one; undefined when there is no such answer. */
export async function fetchPage(path: string, init?: RequestInit): Promise<Document | undefined> {
  const answer = await fetch(inThisLanguage(path), init).catch(() => undefined);
  const isPage = answer?.headers.get('Content-Type')?.startsWith('text/html') ?? false;
  if (!answer || !isPage || answer.status === 401) return undefined;
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

/** @example inThisLanguage('/desk/state') // '/desk/state?hl=en' on an English page */
export function inThisLanguage(path: string): string {
  const address = new URL(path, location.href);
  const language = new URLSearchParams(location.search).get('hl');
  if (language !== null) address.searchParams.set('hl', language);
  return `${address.pathname}${address.search}`;
}

/**
 * Puts a part of another page in the place of the part of this one with the same id; the focus
 * stays where it was.
 */
export function replacePart(id: string, from: Document): void {
  const here = document.getElementById(id);
  const there = from.getElementById(id);
  if (!here || !there || here.isEqualNode(there)) return;
  const focused = here.contains(document.activeElement) ? document.activeElement?.id : undefined;
  here.replaceWith(document.adoptNode(there));
  if (focused) document.getElementById(focused)?.focus();
}
