import { PROBLEMS, type Problem } from '../http/problem.js';
import { Document } from './document.js';
import { LANGUAGES, LANGUAGE_PARAMETER, type Language } from './language.js';
import { PROBLEM_WORDS } from './words/problem.data.js';

interface Shown {
  readonly problem: Problem;
  readonly requestId: string;
  readonly lang: Language;
  /** Where the same may be tried again; absent where that would not do the same. */
  readonly retry?: string;
  /** It happened at the editors' desk: what is said there is of the desk, and they go back to it. */
  readonly atDesk?: boolean;
}

/** What passes: the same request may be answered a moment later. */
const PASSING: readonly number[] = [429, 502, 503, 504];

/** What a person reads in place of a page that cannot be shown. */
export function ProblemPage({ problem, requestId, lang, retry, atDesk = false }: Shown) {
  const { code, detail } = problem;
  const { title, az, status } = PROBLEMS[code];
  const words = PROBLEM_WORDS[lang];
  const isPassing = !atDesk && PASSING.includes(status);
  const heading = isPassing ? words.away : lang === 'az' ? az : title;
  const base = atDesk ? '/desk' : '/';
  const home = lang === LANGUAGES[0] ? base : `${base}?${LANGUAGE_PARAMETER}=${lang}`;
  return (
    <Document lang={lang} title={`${heading} · Axtar`} styles={['notices']} hidden>
      <main class="problem">
        <p class="brand">
          <a href={home}>
            <img src="/assets/favicon.svg" alt="" width="32" height="32" />
            Axtar
          </a>
        </p>
        <p id="status" class="unseen" aria-hidden="true">
          {heading}
        </p>
        <div id="results" data-region="results" tabindex={-1} class="nothing">
          <h1>{heading}</h1>
          {isPassing ? <p>{words.wait}</p> : <p lang="en">{detail}</p>}
          <p class="ways">
            {isPassing && retry !== undefined && <a href={retry}>{words.retry}</a>}
            <a href={home}>{atDesk ? words.desk : words.back}</a>
          </p>
          <p class="request">
            {words.request}: <code>{requestId}</code>
          </p>
        </div>
      </main>
    </Document>
  );
}
