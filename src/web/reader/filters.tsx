import { FILTER_WORDS } from '../words/filters.data.js';
import { countFilters, type ListName } from './address.js';
import { Dates } from './dates.js';
import { Facet, rowsOf } from './facet.js';
import type { View } from './view.js';

interface FiltersFacts {
  readonly view: View;
}

/** Everything that narrows a search; without a script a button sends what was chosen. */
export function Filters({ view }: FiltersFacts) {
  const words = FILTER_WORDS[view.asked.hl];
  return (
    <section id="filters" class="filters" aria-label={words.filters}>
      <Dates view={view} />
      <Group view={view} list="topic" />
      <Group view={view} list="author" />
      <Group view={view} list="source" />
      <button class="unscripted apply" type="submit" form="search">
        {words.apply}
      </button>
    </section>
  );
}

interface GroupFacts extends FiltersFacts {
  readonly list: ListName;
}

/** A facet under its name; hidden while nothing found has a value. */
function Group({ view, list }: GroupFacts) {
  return (
    <fieldset id={`group-${list}`} class="group" data-filled={rowsOf(view, list).length > 0}>
      <legend>{FILTER_WORDS[view.asked.hl][list]}</legend>
      <Facet view={view} list={list} />
    </fieldset>
  );
}

/** Opens the filters where there is no room for them beside the list. */
export function FiltersButton({ view: { asked } }: FiltersFacts) {
  const count = countFilters(asked);
  return (
    <button
      id="filters-button"
      class="quiet scripted"
      type="button"
      aria-expanded="false"
      aria-controls="filters"
    >
      {FILTER_WORDS[asked.hl].filters}
      <span data-region="filter-count">{count > 0 && ` (${count})`}</span>
    </button>
  );
}
