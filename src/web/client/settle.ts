import { typedText } from './asked.js';
import { remember } from './recent.js';
import { tell } from './told.js';

/** So long nobody types any more when a search is what was meant, in milliseconds. */
const REST_MS = 1_500;

let timer = 0;
let last = '';

/** How much the answer on the page has found. */
export const foundTotal = (): number =>
  Number(document.getElementById('results')?.dataset['total'] ?? 0);

/** An answer has come: when typing rests on it, or at once where nobody types, it is a search. */
export function answered(isTyping: boolean): void {
  clearTimeout(timer);
  timer = setTimeout(settle, isTyping ? REST_MS : 0);
}

/** Each search is told and kept once, however often it is narrowed or paged through. */
function settle(): void {
  const q = typedText().trim();
  if (q === '' || q === last) return;
  last = q;
  const total = foundTotal();
  tell({ type: 'search', q, total });
  if (total > 0) remember(q);
}

/** Something was opened: what is in the box was a search, though nobody waited. */
export function opened(id: string): void {
  clearTimeout(timer);
  settle();
  tell({ type: 'open', q: typedText().trim(), total: foundTotal(), id });
}
