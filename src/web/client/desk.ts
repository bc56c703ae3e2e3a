import { fetchPage, replacePart } from './desk-fetch.js';

/** How often the state of the index is asked for while somebody looks, in milliseconds. */
const EVERY_MS = 15_000;

async function refreshNote(): Promise<void> {
  if (document.visibilityState !== 'visible') return;
  const page = await fetchPage('/desk/state');
  if (page) replacePart('index-note', page);
}

/** What has just happened is where reading goes on. */
function focusWhatMatters(): void {
  const target = document.querySelector('[data-focus]');
  if (target instanceof HTMLElement) target.focus();
}

/** On a narrow screen the navigation is wider than the page. */
document
  .querySelector('.desk-sections [aria-current]')
  ?.scrollIntoView({ block: 'nearest', inline: 'center' });

focusWhatMatters();
if (document.getElementById('index-note')) setInterval(() => void refreshNote(), EVERY_MS);
