import { Document } from '../document.js';
import { LANGUAGE_PARAMETER, type Language } from '../language.js';
import { DESK_WORDS } from '../words/desk.data.js';
import { SIGN_IN_WORDS } from '../words/desk-sign-in.data.js';
import { addressOf } from './address.js';
import { ErrorSummary, Field, type FieldError } from './field.js';

export type SignInRefusal = 'none' | 'unknown' | 'expired' | 'searchOnly' | 'away';

interface Facts {
  readonly lang: Language;
  /** The page of the desk to go to afterwards. */
  readonly next: string;
  readonly refusal?: SignInRefusal;
}

/** Asks for a key. What was typed is never sent back. */
export function SignInPage({ lang, next, refusal }: Facts) {
  const words = SIGN_IN_WORDS[lang];
  const other = lang === 'az' ? 'en' : 'az';
  const errors: FieldError[] =
    refusal === undefined ? [] : [{ field: 'key', message: words[refusal] }];
  return (
    <Document
      lang={lang}
      title={words.title}
      styles={['desk', 'desk-parts']}
      scripts={['desk']}
      hidden
    >
      <main class="sign-in" id="content">
        <h1>{words.title}</h1>
        <ErrorSummary lang={lang} errors={errors} />
        <form method="post" action={addressOf(lang, '/desk/sign-in')}>
          <input type="hidden" name="next" value={next} />
          <Field name="key" label={words.key} hint={words.hint} errors={errors}>
            {(ties) => (
              <input
                {...ties}
                type="password"
                required
                autocomplete="current-password"
                autocapitalize="none"
                spellcheck={false}
                maxLength={200}
              />
            )}
          </Field>
          <button class="primary">{words.submit}</button>
        </form>
        <p class="hint">{words.about}</p>
        <p>
          <a href={`/desk/sign-in?${signInParameters(other, next)}`} lang={other} hreflang={other}>
            {DESK_WORDS[lang].other}
          </a>
        </p>
      </main>
    </Document>
  );
}

const signInParameters = (lang: Language, next: string): string =>
  new URLSearchParams({
    next,
    ...(lang === 'az' ? {} : { [LANGUAGE_PARAMETER]: lang }),
  }).toString();
