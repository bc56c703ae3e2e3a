/**
 * Letters by their UTF-16 codes, up to where Greek begins: every Latin letter of the Azerbaijani
 * alphabet and of its neighbours. Most words have no other, and a table answers for them faster than
 * an expression does.
 */
const END = 0x370;

/** For every letter the code of what it becomes. */
export type LetterTable = Uint16Array;

/** Asks once for each letter of the table; `become` must give one UTF-16 unit for one. */
export function tabulateLetters(become: (letter: string) => string): LetterTable {
  return Uint16Array.from({ length: END }, (_, code) =>
    become(String.fromCharCode(code)).charCodeAt(0),
  );
}

/** What is longer is no word, and may be too long to be put together from codes at once. */
const LONGEST = 60;

/**
 * A word with each letter as the table has it. Undefined when the word is long, or has a letter
 * beyond the table.
 *
 * @example mapLetters('şəhər', tabulateLetters(fold)) // 'seher'; mapLetters('шəhər', …) → undefined
 */
export function mapLetters(word: string, table: LetterTable): string | undefined {
  if (word.length > LONGEST) return undefined;
  let changes = false;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    const mapped = table[code];
    if (mapped === undefined) return undefined;
    if (mapped !== code) changes = true;
  }
  return changes ? spellMapped(word, table) : word;
}

function spellMapped(word: string, table: LetterTable): string {
  const codes: number[] = [];
  for (let at = 0; at < word.length; at++) codes.push(table[word.charCodeAt(at)] ?? 0);
  return String.fromCharCode(...codes);
}

/** Whether no letter of the word is beyond the table: none is Cyrillic or Perso-Arabic. */
export function isWithinTable(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) >= END) return false;
  return true;
}
