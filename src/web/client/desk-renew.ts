import './desk.js';
import { fetchPage, replacePart } from './desk-fetch.js';

/** How often a part that is under way is asked for, in milliseconds. */
const EVERY_MS = 1_500;

/** Parts that say of themselves that they go on (`data-renew`) are kept fresh until they do not. */
async function renew(): Promise<void> {
  const ids = [...document.querySelectorAll('[data-renew]')].map(({ id }) => id);
  if (ids.length === 0 || document.visibilityState !== 'visible') return;
  const page = await fetchPage(`${location.pathname}${location.search}`);
  if (page) for (const id of ids) replacePart(id, page);
}

setInterval(() => void renew(), EVERY_MS);
