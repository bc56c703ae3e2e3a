import { FILTER_WORDS } from '../words/filters.data.js';
import { writeCount } from '../words/written.js';
import type { ListName } from './address.js';
import { nameOf, type View } from './view.js';

/** Values that are seen at once; the others are folded away. */
const SHOWN = 7;
/** Further ones are found by their names. */
const MOST = 60;

interface Row {
  readonly value: string;
  readonly count: number;
  readonly chosen: boolean;
}

interface FacetFacts {
  readonly view: View;
  readonly list: ListName;
}

/** The values of a facet as check boxes with their counts. */
export function Facet({ view, list }: FacetFacts) {
  const words = FILTER_WORDS[view.asked.hl];
  const rows = rowsOf(view, list);
  const shown = rows.filter(({ chosen }, at) => at < SHOWN || chosen);
  const further = rows.filter((row) => !shown.includes(row));
  return (
    <div data-region={list}>
      <Rows rows={shown} list={list} view={view} />
      {further.length > 0 && (
        <details class="further" data-key={`further-${list}`}>
          <summary>{words.more(writeCount(further.length))}</summary>
          <Rows rows={further} list={list} view={view} />
        </details>
      )}
    </div>
  );
}

/** Most frequent first; what is chosen stays, also when nothing has it. */
export function rowsOf({ asked, answer }: View, list: ListName): Row[] {
  const counts = answer.facetDistribution[list] ?? {};
  const chosen = asked[list];
  return [...new Set([...Object.keys(counts), ...chosen])]
    .map((value) => ({ value, count: counts[value] ?? 0, chosen: chosen.includes(value) }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .filter(({ chosen }, at) => at < MOST || chosen);
}

interface RowsFacts extends FacetFacts {
  readonly rows: readonly Row[];
}

const Rows = ({ rows, list, view }: RowsFacts) => (
  <ul>
    {rows.map(({ value, count, chosen }) => (
      <FacetRow list={list} value={value} name={nameOf(view, list, value)} {...{ count, chosen }} />
    ))}
  </ul>
);

interface FacetRowFacts extends Row {
  readonly list: ListName;
  readonly name: string;
}

export const FacetRow = ({ list, value, name, count, chosen }: FacetRowFacts) => (
  <li>
    <label>
      <input
        id={`${list}-${encodeURIComponent(value)}`}
        type="checkbox"
        form="search"
        name={list}
        value={value}
        checked={chosen}
      />
      <span class="name">{name}</span>
      <span class="number">{writeCount(count)}</span>
    </label>
  </li>
);
