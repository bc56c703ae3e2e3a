import { PROBLEMS, type Problem } from '../http/problem.js';
import { Document } from './document.js';
import type { Language } from './language.js';

const WORDS = {
  az: { back: 'Axtarış səhifəsinə keç', request: 'Sorğunun nömrəsi' },
  en: { back: 'Go to the search page', request: 'Number of the request' },
} as const;

interface Shown {
  readonly problem: Problem;
  readonly requestId: string;
  readonly lang: Language;
}

/** What a person reads in place of a page that cannot be shown. */
export function ProblemPage({ problem: { code, detail }, requestId, lang }: Shown) {
  const { title, az } = PROBLEMS[code];
  const heading = lang === 'az' ? az : title;
  return (
    <Document lang={lang} title={`${heading} · Axtar`} styles={['notices']} hidden>
      <main class="problem">
        <h1>{heading}</h1>
        <p lang="en">{detail}</p>
        <p>
          <a href="/">{WORDS[lang].back}</a>
        </p>
        <p class="request">
          {WORDS[lang].request}: <code>{requestId}</code>
        </p>
      </main>
    </Document>
  );
}
