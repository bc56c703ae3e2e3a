/**
 * The values, each once, in the order in which they first stand. For lists of a few, which a Set
 * would only slow down: the same list when there is nothing to leave out.
 *
 * @example unique(['a', 'b', 'a']) // ['a', 'b']
 */
export function unique(values: readonly string[]): readonly string[] {
  const repeats = values.some((value, at) => values.indexOf(value) < at);
  return repeats ? values.filter((value, at) => values.indexOf(value) === at) : values;
}
