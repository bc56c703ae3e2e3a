import { PAGE_WORDS } from '../words/page.data.js';
import { writeCount } from '../words/written.js';
import { SORTS, type Asked } from './address.js';
import type { View } from './view.js';

/** How much was found; read aloud whenever it changes. */
export function Status({ view: { asked, answer } }: { readonly view: View }) {
  const words = PAGE_WORDS[asked.hl];
  const { totalHits, totalPages } = answer;
  const total = words.total(totalHits, writeCount(totalHits));
  const page = words.pageOf(writeCount(asked.page), writeCount(totalPages));
  return (
    <p class="count">
      <span id="status" role="status" data-text>
        {asked.page > 1 ? `${total}, ${page}` : total}
      </span>
    </p>
  );
}

/** In which order; without words there is nothing to be relevant to: the newest come first. */
export function SortBox({ asked }: { readonly asked: Asked }) {
  const words = PAGE_WORDS[asked.hl];
  const isBare = asked.q.trim() === '';
  const sorts = SORTS.filter((sort) => !isBare || sort !== 'date:desc');
  return (
    <div class="sort" data-region="sort">
      <label class="unseen" for="sort">
        {words.sort}
      </label>
      <select id="sort" name="sort" form="search">
        {sorts.map((sort) => (
          <option value={sort} selected={sort === asked.sort}>
            {words[`sort:${isBare && sort === 'relevance' ? 'date:desc' : sort}` as const]}
          </option>
        ))}
      </select>
    </div>
  );
}
