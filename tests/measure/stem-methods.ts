import { newStemmer } from 'snowball-stemmers';
import { readConfig } from '../../indexer/config.js';
import { createAnalyzer } from '../../indexer/language/analyzer.js';
import { fold } from '../../indexer/language/fold.js';
import { createStemmer, StemmerWords } from '../../indexer/language/stem/stemmer.js';
import { quantile } from './table.js';

/** The keys by which a form conflates with others. */
export type KeysOf = (form: string) => readonly string[];

/** Ours, whose errors are listed. */
export const OURS = 'Axtar';

const TURKISH_LETTERS: Readonly<Record<string, string>> = { ə: 'e', q: 'k', x: 'h' };
const toTurkish = (form: string) =>
  form.replace(/[əqx]/g, (letter) => TURKISH_LETTERS[letter] ?? letter);

/** The ways of stemming that are compared; ours first. */
export function stemMethods(): ReadonlyMap<string, KeysOf> {
  // Remembers one word, so that the speed is that of words never seen.
  const { word } = createAnalyzer(undefined, 1);
  const { stem } = newStemmer('turkish');
  return new Map<string, KeysOf>([
    [OURS, (form) => word(form).stems],
    ['Snowball Turkish', (form) => [stem(form)]],
    ['Snowball Turkish, ə→e q→k x→h', (form) => [stem(toTurkish(form))]],
    ['first five letters', (form) => [fold(form).slice(0, 5)]],
    ['no stemming', (form) => [fold(form)]],
  ]);
}

/** Text typed without diacritics: what a query of it asks for, and what finds a written form. */
export function typedMethod(): { readonly asked: KeysOf; readonly found: KeysOf } {
  const { word } = createAnalyzer();
  const asked: KeysOf = (form) => {
    const { stems, twins } = word(fold(form));
    return [...stems, ...twins];
  };
  return { asked, found: (form) => word(form).stems };
}

/** What is done for every word while indexing, and the part of it that is stemming. */
export function timedMethods(): ReadonlyMap<string, KeysOf> {
  const { stem, stemFolded } = createStemmer(readConfig('stemmer', StemmerWords));
  const [[, whole] = [OURS, () => []], , ...others] = stemMethods();
  return new Map<string, KeysOf>([
    ['Axtar, both stems', (form) => [fold(stem(form)), stemFolded(fold(form))]],
    ['Axtar, stems, readings, keys', whole],
    ...others,
  ]);
}

/** Whether the stems of a form's stems are the form's stems again. */
export function isStable(form: string, keysOf: KeysOf): boolean {
  const stems = keysOf(form);
  return stems.every((stem) => keysOf(stem).some((again) => stems.includes(again)));
}

const ROUNDS = 5;

/** Words a second of each method on one core, the middle one of some rounds taken in turns. */
export function speedsOf(
  forms: readonly string[],
  methods: ReadonlyMap<string, KeysOf>,
): Map<string, number> {
  const rounds = Array.from({ length: ROUNDS + 1 }, () =>
    [...methods].map(([name, keysOf]) => [name, speedOf(forms, keysOf)] as const),
  );
  // The first round only warms up.
  const measured = rounds.slice(1).flat();
  const of = (name: string) => measured.flatMap(([each, speed]) => (each === name ? [speed] : []));
  return new Map([...methods.keys()].map((name) => [name, quantile(of(name), 0.5)]));
}

function speedOf(forms: readonly string[], keysOf: KeysOf): number {
  const began = performance.now();
  let made = 0;
  for (const form of forms) made += keysOf(form).length;
  return made === 0 ? 0 : (1000 * forms.length) / (performance.now() - began);
}
