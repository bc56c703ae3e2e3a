/**
 * A pure function that remembers its last results, at most `most` of them, for text repeats its
 * words. What was not asked for in a while is forgotten, by halves.
 *
 * @example const stem = remember((word) => slowStem(word), 10_000)
 */
export function remember<Value>(
  compute: (key: string) => Value,
  most: number,
): (key: string) => Value {
  let recent = new Map<string, Value>();
  let older = new Map<string, Value>();
  return (key) => {
    const known = recent.get(key);
    if (known !== undefined) return known;
    if (recent.size >= most / 2) [older, recent] = [recent, new Map<string, Value>()];
    const value = older.get(key) ?? compute(key);
    recent.set(key, value);
    return value;
  };
}
