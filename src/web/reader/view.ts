import type { SearchResponse } from '../../search/response.js';
import type { Asked, ListName } from './address.js';

/** What a page of results is made of. */
export interface View {
  readonly asked: Asked;
  readonly answer: SearchResponse;
  /** The day that it is in Baku, as `2025-10-23`. */
  readonly today: string;
  /** Names of what is chosen, also of what nothing was found with. */
  readonly names: Readonly<Record<ListName, Readonly<Record<string, string>>>>;
}

/** The name that people read of a topic, an author or a source. */
export const nameOf = ({ names }: View, list: ListName, value: string): string =>
  names[list][value] ?? value;
