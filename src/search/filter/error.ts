/** What a `FilterSyntaxError` knows beside place and expectation. */
export interface FilterErrorFacts {
  /** What stands there instead, as it is to be shown. */
  readonly found?: string;
  /** The known attribute that is most like the unknown one. */
  readonly nearest?: string;
  /** In a list of texts, the indices that lead to the one that is wrong. */
  readonly path?: readonly number[];
}

/**
 * A filter that cannot be read.
 *
 * @example new FilterSyntaxError(8, 'a value').message // 'position 8: expected a value'
 */
export class FilterSyntaxError extends Error {
  override readonly name = 'FilterSyntaxError';
  readonly nearest: string | undefined;
  readonly path: readonly number[];

  constructor(
    /** Where in the text, in UTF-16 units from 0. */
    readonly position: number,
    readonly expected: string,
    private readonly facts: FilterErrorFacts = {},
  ) {
    super(describe(position, expected, facts));
    this.nearest = facts.nearest;
    this.path = facts.path ?? [];
  }

  /** The same error in a text of a list. */
  at(path: readonly number[]): FilterSyntaxError {
    return new FilterSyntaxError(this.position, this.expected, { ...this.facts, path });
  }
}

function describe(position: number, expected: string, facts: FilterErrorFacts): string {
  const { found, nearest, path } = facts;
  return [
    path === undefined ? '' : `${path.map((index) => `[${index}]`).join('')}: `,
    `position ${position}: expected ${expected}`,
    found === undefined ? '' : `, found ${found}`,
    nearest === undefined ? '' : `; did you mean "${nearest}"?`,
  ].join('');
}
