import type { Language } from '../language.js';
import { ARTICLE_WORDS } from '../words/desk-article.data.js';
import { addressOf } from './address.js';

/** What the script of a form shows when it cannot be sent; what was typed stays where it is. */
export function Unsent({ lang }: { readonly lang: Language }) {
  const { ended, offline, signIn } = ARTICLE_WORDS[lang].unsent;
  return (
    <div role="alert" data-unsent>
      <p class="notice bad" data-why="ended" hidden>
        {ended}{' '}
        <a href={addressOf(lang, '/desk/sign-in')} target="_blank" rel="noopener">
          {signIn}
        </a>
      </p>
      <p class="notice bad" data-why="offline" hidden>
        {offline}
      </p>
    </div>
  );
}
