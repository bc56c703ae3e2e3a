import type { Language } from '../language.js';
import { WORDS_WORDS } from '../words/desk-words.data.js';
import { sayNumber } from './format.js';

interface Facts {
  readonly lang: Language;
  readonly page: number;
  readonly pages: number;
  /** The address of another page. */
  readonly to: (page: number) => string;
}

/** The way to the pages before and after; nothing where there is but one. */
export function Pages({ lang, page, pages, to }: Facts) {
  if (pages < 2) return null;
  const words = WORDS_WORDS[lang];
  return (
    <nav class="pages" aria-label={words.pages}>
      {page > 1 && (
        <a class="plain" href={to(page - 1)} rel="prev">
          {words.previous}
        </a>
      )}
      <span>{words.page(sayNumber(lang, page), sayNumber(lang, pages))}</span>
      {page < pages && (
        <a class="plain" href={to(page + 1)} rel="next">
          {words.next}
        </a>
      )}
    </nav>
  );
}
