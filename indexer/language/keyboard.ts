import { KEYBOARD_LAYOUTS } from './scripts.data.js';

export type KeyboardLayout = keyof typeof KEYBOARD_LAYOUTS;

/** What the keys pressed on one layout would have typed on another. */
export interface KeyboardReading {
  readonly text: string;
  readonly from: KeyboardLayout;
  readonly to: KeyboardLayout;
}

/** Likeliest first: forgetting to leave Russian, or to switch to it, is the common slip. */
const SWITCHES = [
  ['ru', 'az'],
  ['ru', 'us'],
  ['us', 'ru'],
  ['az', 'ru'],
  ['us', 'az'],
  ['az', 'us'],
] as const;

const LETTER = /\p{L}/u;

const KEYMAPS = SWITCHES.map(([from, to]) => ({ from, to, keys: mapKeys(from, to) }));

/**
 * What the same keys would have typed on the other keyboards (Azerbaijani Latin, US Latin, Russian
 * ЙЦУКЕН), likeliest first, without the text itself; the case is kept. A layout that cannot type
 * one of the letters gives no reading; digits, spaces and other signs stay.
 *
 * @example keyboardReadings('ещлфнум') // [{ text: 'tokayev', from: 'ru', to: 'az' }]
 */
export function keyboardReadings(text: string): KeyboardReading[] {
  const readings = new Map<string, KeyboardReading>();
  for (const { from, to, keys } of KEYMAPS) {
    const retyped = retype(text, keys);
    if (retyped === undefined || retyped === text || readings.has(retyped)) continue;
    readings.set(retyped, { text: retyped, from, to });
  }
  return [...readings.values()];
}

function retype(text: string, keys: ReadonlyMap<string, string>): string | undefined {
  let retyped = '';
  for (const sign of text) {
    const other = keys.get(sign);
    if (other === undefined && LETTER.test(sign)) return undefined;
    retyped += other ?? sign;
  }
  return retyped;
}

function mapKeys(from: KeyboardLayout, to: KeyboardLayout): ReadonlyMap<string, string> {
  const typed = KEYBOARD_LAYOUTS[from].plain + KEYBOARD_LAYOUTS[from].shifted;
  const meant = KEYBOARD_LAYOUTS[to].plain + KEYBOARD_LAYOUTS[to].shifted;
  return new Map(Array.from(typed, (sign, key) => [sign, meant.charAt(key)]));
}
