/**
 * The analyzer as a package of its own: `import { createAnalyzer } from 'axtar/analyzer'`. Here is
 * what a search needs that indexes and queries by itself: the analyzer and what it returns, the two
 * functions that compare single characters as it does, keys of names, the way back to the original
 * text, and the other keyboard. Stemmer, tokeniser and transliteration are reached through the
 * analyzer alone, because their order is part of the result.
 */
export { createAnalyzer } from './analyzer.js';
export type { Analysis, Analyzer, Token } from './analyzer.js';
export { canonicalise, originSpan } from './canonicalise.js';
export type { Canonical } from './canonicalise.js';
export { lowerAz } from './casing.js';
export { fold } from './fold.js';
export { keyboardReadings } from './keyboard.js';
export type { KeyboardLayout, KeyboardReading } from './keyboard.js';
export { nameKeys } from './name-key.js';
export type { NameScript } from './name-key.js';
export type { Script, TextScript } from './script.js';
export type { StemmerWords } from './stem/stemmer.js';
export { completionKeys } from './word.js';
export type { Word } from './word.js';
