/** The package brings no types of its own. */
declare module 'snowball-stemmers' {
  export function newStemmer(language: 'turkish'): { stem(word: string): string };
}
