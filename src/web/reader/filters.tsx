import type { Language } from '../language.js';
import { FILTER_WORDS } from '../words/filters.data.js';
import { countFilters, type ListName } from './address.js';
import { Dates } from './dates.js';
import { Facet } from './facet.js';
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
      <button id="filters-close" class="scripted apply" type="button">
        {words.close}
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
    <fieldset id={`group-${list}`} class="group">
      <legend>{FILTER_WORDS[view.asked.hl][list]}</legend>
      {list === 'author' && <AuthorFinder hl={view.asked.hl} />}
      <Facet view={view} list={list} />
    </fieldset>
  );
}

/** Finds authors by any word of their names, where there are too many to look through. */
function AuthorFinder({ hl }: { readonly hl: Language }) {
  const words = FILTER_WORDS[hl];
  return (
    <div class="finder scripted">
      <input
        id="find-author"
        type="search"
        autocomplete="off"
        spellcheck={false}
        aria-label={words.findAuthor}
        placeholder={words.findAuthor}
      />
      <ul id="found-authors" />
      <p id="no-author" role="status" hidden>
        {words.noAuthor}
      </p>
      <template id="author-row">
        <li>
          <label>
            <input type="checkbox" form="search" />
            <span class="name" />
            <span class="number" />
          </label>
        </li>
      </template>
    </div>
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
      <span data-region="filter-count">{count > 0 && `(${count})`}</span>
    </button>
  );
}
