import type { Filter } from '../../../indexer/filter.js';
import type { Keys } from '../../keys/keys.js';
import type { FilterNames } from '../../search/filter/names.js';
import { parseFilter } from '../../search/filter/parse.js';
import type { KeyCheck } from './caller.js';

/** Says of a key what its holder may do; a forced filter is read once. */
export function createKeyCheck(keys: Keys, names: FilterNames): KeyCheck {
  const filters = new Map<string, Filter>();

  function filterOf(text: string): Filter {
    const known = filters.get(text) ?? parseFilter(text, names);
    filters.set(text, known);
    return known;
  }

  return (key) => {
    const found = keys.find(key);
    if (!found) return { known: false };
    const { id: keyId, role, filter, rate } = found.record;
    return {
      known: true,
      expired: found.expired,
      caller: {
        role,
        keyId,
        ...(filter === undefined ? {} : { filter: filterOf(filter) }),
        ...(rate === undefined ? {} : { rate }),
      },
    };
  };
}
