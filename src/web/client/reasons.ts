import { find } from './find.js';

/** Says more of why an article was found as soon as somebody asks. */
export function watchReasons(): void {
  // The event does not rise from where it happens.
  document.addEventListener('toggle', ({ target }) => void tellMore(target), { capture: true });
}

async function tellMore(details: EventTarget | null): Promise<void> {
  if (!(details instanceof HTMLDetailsElement) || !details.open) return;
  const link = find('.why a.further', HTMLAnchorElement, details.parentElement ?? document);
  if (!link || !details.contains(link)) return;
  // Without it the link stays, and what is said already.
  const page = await fetchPage(link.href).catch(() => undefined);
  const more = page && find('#why', HTMLElement, page);
  if (!more || !link.isConnected) return;
  more.removeAttribute('id');
  link.parentElement?.replaceWith(document.importNode(more, true));
}

async function fetchPage(address: string): Promise<Document | undefined> {
  const response = await fetch(address, { headers: { Accept: 'text/html' } });
  if (!response.ok) return undefined;
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}
