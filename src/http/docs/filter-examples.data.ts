/** Filters with what they let pass; the table of docs/api.md is the same. */
export const FILTER_EXAMPLES: readonly (readonly [filter: string, passes: string])[] = [
  ['topic = idman', 'articles of a topic, by its id or by a label in any spelling'],
  ['topic != "Xarici siyasət"', 'the others, and those without a topic'],
  ['author = "Мушфиг Сафаров"', 'articles of an author, in any spelling of the name, or by its id'],
  ['author IN ["Leyla Quliyeva", "Əli Rzayev"]', 'articles of either author'],
  ['source NOT IN ["Şərq", 525.az]', 'articles of other sources, and those without one'],
  ['lang = az AND NOT topic = idman', 'what both conditions let pass'],
  ['(topic = elm OR topic = tehsil) AND year = 2025', 'brackets say what belongs together'],
  ['author EXISTS', 'articles that have an author'],
  ['date NOT EXISTS', 'articles without a date'],
  ['date = 2025-10-23', 'the whole day, as people in Baku count it'],
  [
    'date > 2025-10-23',
    'after the end of that day; `>=` from its beginning, `<` before its beginning, `<=` to its end',
  ],
  ['date >= 2025-10-23T17:08:00+04:00', 'from an instant (RFC 3339), by whole seconds'],
  ['date < 1761224880', 'before an instant in seconds since 1970'],
  ['date 2024-01-01 TO 2024-12-31', 'from the beginning of the first to the end of the last'],
  ['year >= 2024', 'from the beginning of a year'],
  ['month IN [2024-12, 2025-01]', 'either month'],
];
