import type { Article } from '../../indexer/article.js';

export const KINDS = ['word', 'words', 'prefix', 'typo', 'ascii', 'filtered'] as const;
export type Kind = (typeof KINDS)[number];

export interface MeasuredQuery {
  readonly kind: Kind;
  readonly q: string;
  /** Set for `filtered`: everything from this day on, counted by every facet. */
  readonly from?: string;
}

/** Numbers that look random and are the same in every run (a 32-bit linear congruence). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const ASCII: Readonly<Record<string, string>> = {
  ə: 'e',
  ı: 'i',
  ş: 's',
  ç: 'c',
  ğ: 'g',
  ö: 'o',
  ü: 'u',
};

/** Queries made of the words of real articles, as readers type them: the same in every run. */
export function makeQueries(articles: readonly Article[], count: number): MeasuredQuery[] {
  const random = createRandom(2026);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)];
  const wordsOf = () => {
    const article = pick(articles);
    const text = random() < 0.7 ? article?.title : article?.body.slice(0, 2000) || article?.title;
    return (text ?? '').match(/\p{L}{4,}/gu) ?? ['neft'];
  };
  return Array.from({ length: count }, (_, at) => {
    const kind = KINDS[at % KINDS.length] ?? 'word';
    return makeQuery(kind, wordsOf(), pick, random);
  });
}

type Pick = <Item>(items: readonly Item[]) => Item | undefined;

function makeQuery(
  kind: Kind,
  words: readonly string[],
  pick: Pick,
  random: () => number,
): MeasuredQuery {
  const word = pick(words) ?? 'neft';
  const begin = Math.floor(random() * Math.max(1, words.length - 3));
  const some = words.slice(begin, begin + 2 + Math.floor(random() * 3)).join(' ');
  switch (kind) {
    case 'word':
      return { kind, q: `${word} ` };
    case 'words':
      return { kind, q: `${some} ` };
    case 'prefix':
      return { kind, q: word.slice(0, 3 + Math.floor(random() * 3)) };
    case 'typo':
      return { kind, q: `${misspell(word, random)} ` };
    case 'ascii':
      return {
        kind,
        q: some.toLowerCase().replace(/[əışçğöü]/g, (letter) => ASCII[letter] ?? letter),
      };
    case 'filtered':
      return { kind, q: word, from: '2024-01-01' };
  }
}

/** One letter left out, not the first. */
function misspell(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 1));
  return word.slice(0, at) + word.slice(at + 1);
}
