import {
  APOSTROPHES,
  HYPHENS,
  INVISIBLE,
  MOJIBAKE,
  QUOTES,
  SCHWAS,
  SPACES,
  TURKISH_BYTES,
  ZERO_WIDTH_NON_JOINER,
} from './tables.data.js';
import { UNUSUAL_SIGNS, USUAL, weighText } from './sign-weights.js';

/** Canonical text, and for each of its UTF-16 units the span of the original that it came from. */
export interface Canonical {
  readonly text: string;
  /** Absent when every offset is its own origin. */
  readonly origins?: { readonly starts: readonly number[]; readonly ends: readonly number[] };
}

interface Step {
  readonly name: string;
  readonly pattern: RegExp;
  /** The step runs only where the pattern occurs at least this often; 1 unless said. */
  readonly least?: number;
  /** It does not run in texts where this occurs. */
  readonly unless?: RegExp;
  replace(match: string): string;
}

const anyOf = (characters: string) => new RegExp(`[${characters}]`, 'gu');

/**
 * The order matters: repair bytes first (a repaired letter may be a schwa), delete what stands
 * between a letter and its mark, compose, then put one sign for many. One stray `Ã¼` may be meant;
 * two are corruption.
 */
const STEPS: readonly Step[] = [
  {
    name: 'mojibake',
    pattern: new RegExp(Object.keys(MOJIBAKE).join('|'), 'gu'),
    least: 2,
    replace: (bytes) => MOJIBAKE[bytes] ?? bytes,
  },
  {
    name: 'turkish bytes read as latin ones',
    pattern: new RegExp(`[${Object.keys(TURKISH_BYTES).join('')}]`, 'gu'),
    least: 2,
    // Letters of the languages that write þ, ð and ý themselves: Icelandic, Czech, Turkmen.
    unless: /[áéíóúæňžřě]/iu,
    replace: (letter) => TURKISH_BYTES[letter] ?? letter,
  },
  {
    name: 'persian word joint',
    pattern: /(?<=\p{sc=Arab})\u200C+(?=\p{sc=Arab})/gu,
    replace: () => ' ',
  },
  { name: 'invisible', pattern: anyOf(INVISIBLE + ZERO_WIDTH_NON_JOINER), replace: () => '' },
  { name: 'compose', pattern: /\P{M}\p{M}+/gu, replace: compose },
  { name: 'space', pattern: anyOf(SPACES), replace: () => ' ' },
  { name: 'hyphen', pattern: anyOf(HYPHENS), replace: () => '-' },
  { name: 'apostrophe', pattern: anyOf(APOSTROPHES), replace: () => "'" },
  { name: 'quote', pattern: anyOf(QUOTES), replace: () => '"' },
  { name: 'schwa', pattern: /[ǝƎ]/gu, replace: (letter) => SCHWAS[letter] ?? letter },
];

/** One letter with its marks; `i` with a dot above is what naive lower-casing makes of İ. */
function compose(cluster: string): string {
  return cluster
    .normalize('NFC')
    .replace(/i\u0307+/u, 'i')
    .normalize('NFC');
}

/** The last steps put one UTF-16 unit for one. */
const SIGN_STEPS = STEPS.slice(STEPS.findIndex(({ name }) => name === 'space'));
const SIGNS = new RegExp(SIGN_STEPS.map(({ pattern }) => pattern.source).join('|'), 'gu');

const replaceSign = (sign: string): string =>
  SIGN_STEPS.reduce((text, { pattern, replace }) => text.replace(pattern, replace), sign);

/**
 * One spelling for every way to type the same characters, with the way back to the original:
 * NFC, no invisible characters, one hyphen, one apostrophe, one quote, one schwa.
 *
 * @example canonicalise('Kasım\u2011Jomart').text // 'Kasım-Jomart'
 */
export function canonicalise(original: string): Canonical {
  const weight = weighText(original);
  if (weight === USUAL) return { text: original };
  if (weight === UNUSUAL_SIGNS) return { text: original.replace(SIGNS, replaceSign) };
  return STEPS.reduce(applyStep, { text: original });
}

function applyStep(canonical: Canonical, step: Step): Canonical {
  const matches = [...canonical.text.matchAll(step.pattern)];
  const isRare = matches.length < (step.least ?? 1);
  return isRare || step.unless?.test(canonical.text)
    ? canonical
    : replaceAll(canonical, matches, step);
}

function replaceAll(from: Canonical, matches: readonly RegExpExecArray[], step: Step): Canonical {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const take = (text: string, originOf: (unit: number) => readonly [number, number]) => {
    parts.push(text);
    for (let unit = 0; unit < text.length; unit++) {
      const [start, end] = originOf(unit);
      starts.push(start);
      ends.push(end);
    }
  };
  let done = 0;
  for (const { 0: match, index } of matches) {
    const begin = done;
    take(from.text.slice(begin, index), (unit) => originSpan(from, begin + unit, begin + unit + 1));
    const span = originSpan(from, index, index + match.length);
    take(step.replace(match), () => span);
    done = index + match.length;
  }
  take(from.text.slice(done), (unit) => originSpan(from, done + unit, done + unit + 1));
  return { text: parts.join(''), origins: { starts, ends } };
}

/**
 * The span of the original text that the canonical span [start, end) came from, in UTF-16 units.
 *
 * @example originSpan(canonicalise('a\u00ADb'), 0, 2) // [0, 3]
 */
export function originSpan(
  canonical: Canonical,
  start: number,
  end: number,
): readonly [number, number] {
  if (!canonical.origins) return [start, end];
  return [canonical.origins.starts[start] ?? start, canonical.origins.ends[end - 1] ?? end];
}
