/**
 * How much work a text needs to be canonical. Most texts need none, and most others have only
 * quotes, dashes and spaces of other kinds, one sign for one: every offset stays its own origin.
 */
import { INVISIBLE, MOJIBAKE, TURKISH_BYTES, ZERO_WIDTH_NON_JOINER } from './tables.data.js';

/** Canonical as it is. */
export const USUAL = 0;
/** It has characters to be replaced one for one, or that no step touches. */
export const UNUSUAL_SIGNS = 1;
/** It may have broken bytes, unseen characters or marks. */
export const COMPLEX = 2;

const UNUSUAL =
  /[^\p{sc=Latn}\p{sc=Cyrl}\p{N}\s\u0020-\u007E–—…]|[ǝƎÉÆÅÄÃâþðýÞÐÝ\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\u2028\uFEFFꞌ]/u;

/** Up to the mathematical signs; what is beyond is COMPLEX, whatever it is. */
const END = 0x2200;

const brokenBytes = Object.keys(MOJIBAKE).map((bytes) => bytes.charAt(0));
const MAY_CHANGE_LENGTH = new RegExp(
  `[\\p{M}${[...brokenBytes, ...Object.keys(TURKISH_BYTES)].join('')}${INVISIBLE}${ZERO_WIDTH_NON_JOINER}]`,
  'u',
);

const WEIGHTS = Uint8Array.from({ length: END }, (_, code) => weighSign(String.fromCharCode(code)));

function weighSign(sign: string): number {
  if (MAY_CHANGE_LENGTH.test(sign)) return COMPLEX;
  return UNUSUAL.test(sign) ? UNUSUAL_SIGNS : USUAL;
}

/**
 * The weight of the heaviest character of a text.
 *
 * @example weighText('“Bakı”') // UNUSUAL_SIGNS
 */
export function weighText(text: string): number {
  let heaviest = USUAL;
  for (let at = 0; at < text.length; at++) {
    const weight = WEIGHTS[text.charCodeAt(at)] ?? COMPLEX;
    if (weight === COMPLEX) return UNUSUAL.test(text) ? COMPLEX : USUAL;
    if (weight > heaviest) heaviest = weight;
  }
  return heaviest;
}
