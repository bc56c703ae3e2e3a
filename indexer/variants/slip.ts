/**
 * Whether one slip makes one word of the other: a letter too many, missing or wrong, or two
 * neighbours swapped. False for equal words.
 *
 * @example isOneSlip('gimnaziya', 'gimnaizya') // true
 */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b) return false;
  const start = sharedStart(a, b);
  const [restA, restB] = [a.slice(start), b.slice(start)];
  const isWrongOrMissing =
    restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
  const isSwapped = restA[0] === restB[1] && restA[1] === restB[0];
  return isWrongOrMissing || (isSwapped && restA.slice(2) === restB.slice(2));
}

/** Number of letters with which both begin. */
export function sharedStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

/**
 * The word and all it may become by dropping one letter: words that are one slip apart share one
 * of these.
 *
 * @example dropOne('abc') // ['abc', 'bc', 'ac', 'ab']
 */
export const dropOne = (word: string): string[] => [
  ...new Set([word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))]),
];

/**
 * What is left of two words after the letters with which both begin, the same for either order.
 *
 * @example differenceOf('kerimov', 'kerimli') // 'li/ov'
 */
export function differenceOf(a: string, b: string): string {
  const start = sharedStart(a, b);
  return [a.slice(start), b.slice(start)].sort().join('/');
}

/**
 * Whether one word is the other with an ending: inflection or derivation (Əliyev, Əliyeva), not
 * another spelling. A doubled last letter is no ending (Skot, Skott).
 */
export function isEnding(a: string, b: string): boolean {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  if (!longer.startsWith(shorter)) return false;
  return longer.slice(shorter.length) !== shorter.at(-1);
}
