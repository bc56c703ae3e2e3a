import { FILTER_WORDS } from '../words/filters.data.js';
import { writeDay, writePeriod } from '../words/written.js';
import { addressOf, changed, LISTS, without, withoutFilters, type Asked } from './address.js';
import { periodRange, presetOf } from './presets.js';
import { nameOf, type View } from './view.js';

interface Chip {
  readonly name: string;
  /** What is asked when the chip is taken away. */
  readonly rest: Asked;
}

/** A link for each chosen filter, which leads to the search without it. */
export function Chips({ view }: { readonly view: View }) {
  const words = FILTER_WORDS[view.asked.hl];
  const chips = [...listChips(view), ...dateChips(view)];
  return (
    <ul id="chips" class="chips" data-region="chips" aria-label={words.chosen}>
      {chips.map(({ name, rest }) => (
        <li>
          <a href={addressOf(rest)} aria-label={words.remove(name)}>
            {name}
          </a>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <a class="clear" href={addressOf(withoutFilters(view.asked))}>
            {words.clear}
          </a>
        </li>
      )}
    </ul>
  );
}

const listChips = (view: View): Chip[] =>
  LISTS.flatMap((list) =>
    view.asked[list].map((value) => ({
      name: nameOf(view, list, value),
      rest: without(view.asked, list, value),
    })),
  );

/** One chip for the range of dates, by its name where it has one. */
function dateChips({ asked, today }: View): Chip[] {
  const { from, to, hl } = asked;
  const words = FILTER_WORDS[hl];
  const preset = presetOf(asked, today);
  const period = preset ?? periodOf(from, to);
  if (period !== undefined) {
    const name = preset ? words[preset] : writePeriod(period, hl);
    return [{ name, rest: changed(asked, { from: '', to: '' }) }];
  }
  if (from !== '' && to !== '') {
    const name = `${writeDay(from, hl)} – ${writeDay(to, hl)}`;
    return [{ name, rest: changed(asked, { from: '', to: '' }) }];
  }
  return (['from', 'to'] as const)
    .filter((end) => asked[end] !== '')
    .map((end) => ({
      name: `${words[end]}: ${writeDay(asked[end], hl)}`,
      rest: changed(asked, { [end]: '' }),
    }));
}

/** The month or the year that the range is exactly. */
const periodOf = (from: string, to: string): string | undefined =>
  [from.slice(0, 7), from.slice(0, 4)].find((name) => {
    if (name === '') return false;
    const range = periodRange(name);
    return range.from === from && range.to === to;
  });
