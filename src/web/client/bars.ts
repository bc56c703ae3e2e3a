import { addressOfForm } from './asked.js';
import { find, findAll } from './find.js';
import { go } from './navigate.js';

/** The histogram: drawn over with a pointer, or moved at its ends with keys. */

const PAUSE_MS = 200;

const bars = () => findAll('#bars a', SVGAElement);
const ends = () => findAll('.ends input', HTMLInputElement);

/** The sliders do for the keyboard what the bars do for the pointer. */
export const prepareBars = (): void => {
  for (const bar of bars()) bar.setAttribute('tabindex', '-1');
};

export function watchBars(): void {
  prepareBars();
  document.addEventListener('pointerdown', startDrag);
  // Neither is a link dragged away, nor does the bar that was pressed first take the focus.
  for (const type of ['dragstart', 'mousedown']) {
    document.addEventListener(type, (event) => {
      if (event.target instanceof Element && event.target.closest('#bars')) event.preventDefault();
    });
  }
  document.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.closest('.ends')) moveEnd(target);
  });
}

/** From the bar that was pressed to the one where it is let go; one bar alone is a link. */
function startDrag(event: PointerEvent): void {
  const { target, clientX, button } = event;
  const chart = target instanceof Element ? target.closest('#bars') : null;
  if (!chart || button !== 0) return;
  const { left, width } = chart.getBoundingClientRect();
  const count = bars().length;
  const barAt = (x: number) =>
    Math.min(count - 1, Math.max(0, Math.floor(((x - left) / width) * count)));
  const start = barAt(clientX);
  let end = start;
  const follow = ({ clientX: x }: PointerEvent) => {
    end = barAt(x);
    if (end !== start) paint(Math.min(start, end), Math.max(start, end));
  };
  const finish = ({ type }: PointerEvent) => {
    listening.abort();
    if (type === 'pointercancel' || end === start) return;
    // The click that follows would be a link's.
    const swallow = (click: Event) => click.preventDefault();
    document.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => document.removeEventListener('click', swallow, { capture: true }));
    choose(Math.min(start, end), Math.max(start, end), 0);
  };
  const listening = new AbortController();
  const { signal } = listening;
  document.addEventListener('pointermove', follow, { signal });
  document.addEventListener('pointerup', finish, { signal });
  document.addEventListener('pointercancel', finish, { signal });
}

/** Neither end passes the other. */
function moveEnd(moved: HTMLInputElement): void {
  const [first, last] = ends();
  if (!first || !last) return;
  const [from, to] = [Number(first.value), Number(last.value)];
  if (from > to) (moved === first ? first : last).value = String(moved === first ? to : from);
  paint(Number(first.value), Number(last.value));
  choose(Number(first.value), Number(last.value), PAUSE_MS);
}

/** Shows a range before it is asked for. */
function paint(first: number, last: number): void {
  const names = bars().map((bar) => bar.dataset['name'] ?? '');
  for (const [at, bar] of bars().entries()) bar.classList.toggle('in', at >= first && at <= last);
  for (const [at, label] of findAll('.axis span', HTMLElement).entries())
    label.textContent = names[at === 0 ? first : last] ?? '';
  for (const [at, end] of ends().entries()) {
    end.value = String(at === 0 ? first : last);
    end.setAttribute('aria-valuetext', names[Number(end.value)] ?? '');
  }
}

/** Asks for the days of these bars; all bars are no filter where they are all there are. */
function choose(first: number, last: number, pause: number): void {
  const all = bars();
  const isEverything = first === 0 && last === all.length - 1;
  const clears = isEverything && document.getElementById('bars')?.dataset['whole'] !== undefined;
  setDay('#from', clears ? '' : all[first]?.dataset['from']);
  setDay('#to', clears ? '' : all[last]?.dataset['to']);
  go(addressOfForm(), { byForm: true, typing: pause > 0, pause });
}

function setDay(selector: string, day = ''): void {
  const field = find(selector, HTMLInputElement);
  if (field) field.value = day;
}
