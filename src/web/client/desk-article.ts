import './desk.js';

/** The form in which something was typed that is not saved yet. */
let changed: HTMLFormElement | undefined;

const guardedFormOf = (target: EventTarget | null): HTMLFormElement | undefined => {
  const form = target instanceof Element ? target.closest('form[data-guarded]') : null;
  return form instanceof HTMLFormElement ? form : undefined;
};

/** Nobody loses what was typed by leaving, and Ctrl+S saves; also in forms that come later. */
document.addEventListener('input', ({ target }) => (changed = guardedFormOf(target) ?? changed));

document.addEventListener('submit', (event) => {
  const form = guardedFormOf(event.target);
  if (!form) return;
  event.preventDefault();
  void send(form);
});

addEventListener('beforeunload', (event) => {
  if (changed?.isConnected) event.preventDefault();
});

addEventListener('keydown', (event) => {
  const form = guardedFormOf(document.activeElement);
  if (event.key !== 's' || !(event.ctrlKey || event.metaKey) || !form) return;
  event.preventDefault();
  form.requestSubmit();
});

/** The page is left only when somebody is there to take what was typed. */
async function send(form: HTMLFormElement): Promise<void> {
  const answer = await fetch('/desk/state').catch(() => undefined);
  const why = !answer ? 'offline' : answer.status === 401 ? 'ended' : undefined;
  for (const note of form.querySelectorAll<HTMLElement>('[data-unsent] > *')) {
    note.hidden = note.dataset['why'] !== why;
  }
  if (why !== undefined) return;
  changed = undefined;
  form.submit();
}
