/** Numbers below 2^32 in a row that grows: a quarter of what an array of numbers takes. */
export interface Column {
  push(value: number): void;
  at(index: number): number;
  length(): number;
}

export function createColumn(): Column {
  let values = new Uint32Array(1024);
  let length = 0;
  return {
    push: (value) => {
      if (length === values.length) {
        const more = new Uint32Array(2 * length);
        more.set(values);
        values = more;
      }
      values[length++] = value;
    },
    at: (index) => values[index] ?? 0,
    length: () => length,
  };
}
