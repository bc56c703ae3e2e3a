import type { Filter } from '../../../indexer/filter.js';
import { FilterSyntaxError } from './error.js';
import { createFilterBudget } from './limits.js';
import type { FilterNames } from './names.js';
import { joined, parseWithin } from './parse.js';

/** One text; or texts that are all demanded, of which a list in the list demands any. */
export type FilterList = string | readonly (string | readonly string[])[];

/**
 * Reads a filter given as a list. Empty texts and empty lists say nothing.
 *
 * @example parseFilterList(['lang = az', ['topic = idman', 'topic = elm']], names)
 * // { all: [{ attribute: 'lang', in: ['az'] }, { any: [{ attribute: 'topic', … }, …] }] }
 * @throws FilterSyntaxError whose `path` says which text of the list is wrong
 */
export function parseFilterList(list: FilterList, names: FilterNames): Filter {
  const budget = createFilterBudget();
  const read = (text: string, path: readonly number[]): Filter[] =>
    text.trim() === '' ? [] : [within(path, () => parseWithin(budget, text, names))];
  if (typeof list === 'string') return parseWithin(budget, list, names);
  const all = list.flatMap((entry, at) => {
    if (typeof entry === 'string') return read(entry, [at]);
    const any = entry.flatMap((text, inside) => read(text, [at, inside]));
    return any.length === 0 ? [] : [joined(any, (filters) => ({ any: filters }))];
  });
  return joined(all, (filters) => ({ all: filters }));
}

function within(path: readonly number[], read: () => Filter): Filter {
  try {
    return read();
  } catch (error) {
    throw error instanceof FilterSyntaxError ? error.at(path) : error;
  }
}
