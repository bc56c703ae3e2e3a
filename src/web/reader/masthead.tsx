import { LANGUAGE_PARAMETER, LANGUAGES, type Language } from '../language.js';
import { PAGE_WORDS } from '../words/page.data.js';
import { Suggestions } from './suggestions.js';

interface MastheadFacts {
  readonly hl: Language;
  readonly q: string;
  /** The address of this page in the other language. */
  readonly otherLanguage: string;
  readonly home: string;
  /** Whether the brand is the heading of the page. */
  readonly heading?: boolean;
}

/** The brand, the search box and the language: the head of every page for readers. */
export function Masthead({ hl, q, otherLanguage, home, heading }: MastheadFacts) {
  const words = PAGE_WORDS[hl];
  const Brand = heading ? 'h1' : 'p';
  return (
    <header class="masthead">
      <Brand class="brand">
        <a href={home}>
          <img src="/assets/favicon.svg" alt="" width="32" height="32" />
          Axtar
        </a>
      </Brand>
      <form id="search" class="search" role="search" action="/" method="get">
        <label class="unseen" for="q">
          {words.searchLabel}
        </label>
        <input
          id="q"
          name="q"
          type="search"
          value={q}
          maxlength={512}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="search"
          aria-keyshortcuts="/"
          placeholder={words.placeholder}
        />
        <kbd aria-hidden="true">/</kbd>
        {hl !== LANGUAGES[0] && <input type="hidden" name={LANGUAGE_PARAMETER} value={hl} />}
        <button type="submit">{words.searchButton}</button>
        <Suggestions hl={hl} />
      </form>
      <a
        id="language"
        data-region="language"
        class="quiet"
        href={otherLanguage}
        hreflang={otherOf(hl)}
        lang={otherOf(hl)}
      >
        {words.otherLanguage}
      </a>
    </header>
  );
}

/** @example otherOf('az') // 'en' */
export const otherOf = (hl: Language): Language => (hl === 'az' ? 'en' : 'az');
