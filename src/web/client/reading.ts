import { makeCombobox } from './combobox.js';
import { find } from './find.js';

/** The pages for reading: only their search box has a script. */

const box = find('#q', HTMLInputElement);
if (box) {
  makeCombobox(box, {
    search: () => box.form?.requestSubmit(),
    open: (address) => location.assign(address),
  });
}
