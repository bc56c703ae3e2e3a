import type { Lexicon } from '../../indexer/lexicon/lexicon.js';

/** How often we look whether another process has saved words, in milliseconds. */
const LOOK_EVERY_MS = 2_000;

/** Tells when the words of a lexicon are others. */
export interface Watch {
  onChange(listener: () => void): () => void;
  /** Looks at once. */
  look(): void;
  close(): void;
}

/** Watches a live lexicon; holds no process up. */
export function watchWords(lexicon: Pick<Lexicon, 'synonyms'>): Watch {
  const listeners = new Set<() => void>();
  let known = lexicon.synonyms;

  function look(): void {
    const { synonyms } = lexicon;
    if (synonyms === known) return;
    known = synonyms;
    for (const listener of listeners) listener();
  }

  const timer = setInterval(look, LOOK_EVERY_MS).unref();
  return {
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    look,
    close: () => clearInterval(timer),
  };
}
