import type { Analyzer } from '../../../indexer/language/analyzer.js';
import type { SoughtWord } from '../../search/layers.js';
import { weightOfMatch } from '../scan.js';

/** Words of a beginning are looked for among those that share so many letters with it. */
const BUCKET_LETTERS = 2;

/** The forms of the documents that are kept for ranking, as numbers from 1 on. */
export interface Vocabulary {
  numberOf(form: string): number;
  /** Somebody wrote this form as a name: it may be met by its name keys. */
  addName(form: string): void;
  /** The forms that meet a query word, with the weight of the layer in which they do. */
  formsOf(sought: SoughtWord, most: number): Map<number, number>;
}

type Lists = Map<string, number[]>;

export function createVocabulary(analyzer: Analyzer): Vocabulary {
  const numbers = new Map<string, number>();
  const forms: string[] = [''];
  const names = new Set<string>();
  const byFold: Lists = new Map();
  const byStem: Lists = new Map();
  const byKey: Lists = new Map();
  const byBeginning: Lists = new Map();

  function numberOf(form: string): number {
    const known = numbers.get(form);
    if (known !== undefined) return known;
    const number = forms.push(form) - 1;
    numbers.set(form, number);
    const { fold, stems } = analyzer.word(form);
    add(byFold, fold, number);
    add(byBeginning, fold.slice(0, BUCKET_LETTERS), number);
    for (const stem of stems) add(byStem, stem, number);
    return number;
  }

  function addName(form: string): void {
    if (names.has(form)) return;
    names.add(form);
    for (const key of analyzer.word(form).keys) add(byKey, key, numberOf(form));
  }

  /** These only propose; `weightOfMatch` decides. */
  function proposals({ word, prefix, keyPrefixes, synonyms, corrections }: SoughtWord): number[] {
    const stems = [word, ...synonyms, ...corrections].flatMap((other) => other.stems);
    return [
      ...[word, ...synonyms].flatMap(({ fold }) => byFold.get(fold) ?? []),
      ...stems.flatMap((stem) => byStem.get(stem) ?? []),
      ...word.keys.flatMap((key) => byKey.get(key) ?? []),
      ...(keyPrefixes.length > 0 ? soundingLike(keyPrefixes) : []),
      ...(prefix ? beginningWith(word.fold) : []),
    ];
  }

  const beginningWith = (fold: string): number[] =>
    fold.length < BUCKET_LETTERS
      ? [...byBeginning].flatMap(([begin, found]) => (begin.startsWith(fold) ? found : []))
      : (byBeginning.get(fold.slice(0, BUCKET_LETTERS)) ?? []);

  const soundingLike = (beginnings: readonly string[]): number[] =>
    [...byKey.keys()]
      .filter((key) => beginnings.some((beginning) => key.startsWith(beginning)))
      .flatMap((key) => byKey.get(key) ?? []);

  function formsOf(sought: SoughtWord, most: number): Map<number, number> {
    const weights = new Map<number, number>();
    for (const number of proposals(sought)) {
      if (weights.size >= most) break;
      const weight = weightOfMatch(sought, analyzer.word(forms[number] ?? ''));
      if (weight > 0) weights.set(number, weight);
    }
    return weights;
  }

  return { numberOf, addName, formsOf };
}

function add(lists: Lists, key: string, number: number): void {
  const list = lists.get(key);
  if (list) list.push(number);
  else lists.set(key, [number]);
}
