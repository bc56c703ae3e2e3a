/**
 * Small words inside of names: a title after a first name, or what joins it to a father's name, a
 * tribe's, a place's. Ours. Left out are those that are other words in Azerbaijani: `da`, `de` (too),
 * `el` (people), `al` (take), and `oğlu`, `qızı`, which say of anyone whose child he is.
 */
// prettier-ignore
export const NAME_PARTICLES: ReadonlySet<string> = new Set([
  'bəy', 'bey', 'bek', 'xan', 'khan', 'han', 'ağa', 'aga', 'paşa', 'pasha',
  'bin', 'ibn', 'bint', 'von', 'van', 'fon',
  'бәј', 'бек', 'бей', 'хан', 'ага', 'паша', 'бин', 'ибн', 'фон', 'ван',
]);
