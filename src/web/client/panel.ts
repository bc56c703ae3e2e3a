import { find } from './find.js';

/** Filters that have no room beside the list open over it. */
export function watchPanel(): void {
  const button = find('#filters-button', HTMLButtonElement);
  const panel = document.getElementById('filters');
  const open = (open: boolean) => {
    panel?.classList.toggle('open', open);
    button?.setAttribute('aria-expanded', String(open));
  };
  button?.addEventListener('click', () => open(!panel?.classList.contains('open')));
  find('#filters-close', HTMLButtonElement)?.addEventListener('click', () => {
    open(false);
    scrollTo(0, 0);
    button?.focus();
  });
}
