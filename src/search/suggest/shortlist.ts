import type { SuggestionKind } from './request.js';

/** So many of each kind are looked at more closely. */
const MOST = 60;

/** The best few of each kind, of many. */
export interface Shortlist<Item> {
  wants(kind: SuggestionKind, score: number): boolean;
  add(kind: SuggestionKind, item: Item): void;
  all(): Item[];
}

export function createShortlist<Item extends { readonly score: number }>(
  kinds: readonly SuggestionKind[],
): Shortlist<Item> {
  const lists = new Map(
    kinds.map((kind) => [kind, { items: new Array<Item>(), least: -Infinity }]),
  );
  return {
    wants: (kind, score) => score > (lists.get(kind)?.least ?? Infinity),
    add: (kind, item) => {
      const list = lists.get(kind);
      if (!list) return;
      list.items.push(item);
      // Twice as many are let in, so that sorting them is worth while.
      if (list.items.length < 2 * MOST) return;
      list.items.sort((a, b) => b.score - a.score).splice(MOST);
      list.least = list.items.at(-1)?.score ?? -Infinity;
    },
    all: () => [...lists.values()].flatMap(({ items }) => items),
  };
}
