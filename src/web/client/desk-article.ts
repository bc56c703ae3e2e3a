/** Nobody loses what was typed by leaving, and Ctrl+S saves. */
function guard(form: HTMLFormElement): void {
  let changed = false;
  form.addEventListener('input', () => (changed = true));
  form.addEventListener('submit', () => (changed = false));
  addEventListener('beforeunload', (event) => {
    if (changed) event.preventDefault();
  });
  addEventListener('keydown', (event) => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit();
  });
}

for (const form of document.querySelectorAll('form[data-guarded]')) {
  if (form instanceof HTMLFormElement) guard(form);
}
