import './desk.js';
import { fetchPage, replacePart } from './desk-fetch.js';

/** A run tells of itself four times a second; the page is asked for less often, in milliseconds. */
const AT_MOST_EVERY_MS = 500;

const partsToRenew = ['run', 'reindex', 'history', 'index-note'];
let status: string | undefined;

/** Says aloud only what is new: another state, not every figure. */
function sayState(): void {
  const progress = document.querySelector<HTMLElement>('#run .progress');
  const now = progress?.dataset['status'];
  const said = document.getElementById('run-said');
  if (said && now !== status) said.textContent = progress?.querySelector('p')?.textContent ?? '';
  status = now;
}

async function renew(): Promise<void> {
  const page = await fetchPage(`${location.pathname}${location.search}`);
  if (!page) return;
  for (const id of partsToRenew) replacePart(id, page);
  sayState();
}

function watch(path: string): void {
  const events = new EventSource(path);
  let timer = 0;
  const renewSoon = () => {
    if (timer !== 0) return;
    timer = setTimeout(() => {
      timer = 0;
      void renew().then(goOn);
    }, AT_MOST_EVERY_MS);
  };
  /** What comes next may be another run, or none. */
  const goOn = () => {
    const next = document.getElementById('run')?.dataset['events'];
    if (next === path) return;
    events.close();
    if (next !== undefined) watch(next);
  };
  events.addEventListener('state', renewSoon);
  events.addEventListener('progress', renewSoon);
  // The stream ends with the run, and before the page is told so.
  events.addEventListener('error', renewSoon);
}

const first = document.getElementById('run')?.dataset['events'];
status = document.querySelector<HTMLElement>('#run .progress')?.dataset['status'];
if (first !== undefined) watch(first);
