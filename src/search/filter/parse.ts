import type { Filter } from '../../../indexer/filter.js';
import { readCondition, type ParseDeps } from './condition.js';
import { createCursor } from './cursor.js';
import { createFilterBudget, type FilterBudget } from './limits.js';
import type { FilterNames } from './names.js';
import { readTokens } from './tokens.js';

/** What an empty text says. */
const EVERYTHING: Filter = { all: [] };

/**
 * Reads a filter; of an empty text, one that every document passes.
 *
 * @example parseFilter('topic = idman AND NOT lang = ru', names)
 * // { all: [{ attribute: 'topic', in: ['idman'] }, { not: { attribute: 'lang', in: ['ru'] } }] }
 * @throws FilterSyntaxError
 */
export function parseFilter(text: string, names: FilterNames): Filter {
  return parseWithin(createFilterBudget(), text, names);
}

/** As `parseFilter`, with limits that several texts share. */
export function parseWithin(budget: FilterBudget, text: string, names: FilterNames): Filter {
  budget.text(text);
  const cursor = createCursor(readTokens(text));
  if (cursor.peek().kind === 'end') return EVERYTHING;
  const filter = readEither({ cursor, budget, names }, 0);
  if (cursor.peek().kind === 'end') return filter;
  throw cursor.missing('AND, OR or the end');
}

function readEither(deps: ParseDeps, depth: number): Filter {
  const either = readJoined('OR', () => readAll(deps, depth), deps);
  return joined(either, (any) => ({ any }));
}

function readAll(deps: ParseDeps, depth: number): Filter {
  const all = readJoined('AND', () => readOne(deps, depth), deps);
  return joined(all, (filters) => ({ all: filters }));
}

function readJoined(operator: 'AND' | 'OR', read: () => Filter, { cursor }: ParseDeps): Filter[] {
  const filters = [read()];
  while (cursor.take(operator)) filters.push(read());
  return filters;
}

/** One filter needs nothing to join it. */
export function joined(
  filters: readonly Filter[],
  join: (filters: readonly Filter[]) => Filter,
): Filter {
  const [only] = filters;
  return only && filters.length === 1 ? only : join(filters);
}

/** A condition, or something in brackets, or the contrary of one of these. */
function readOne(deps: ParseDeps, depth: number): Filter {
  const { cursor, budget } = deps;
  const { position } = cursor.peek();
  const inside = depth + 1;
  if (cursor.take('NOT')) {
    budget.nesting(inside, position);
    return { not: readOne(deps, inside) };
  }
  if (!cursor.take('(')) return readCondition(deps);
  budget.nesting(inside, position);
  const filter = readEither(deps, inside);
  if (!cursor.take(')')) throw cursor.missing('AND, OR or ")"');
  return filter;
}
