import type { Explanation } from '../../search/explanation.js';
import type { Hit } from '../../search/response.js';
import { LANGUAGE_PARAMETER, type Language } from '../language.js';
import { EXPLAIN_WORDS } from '../words/desk-explain.data.js';
import { addressOf, articleAddress } from './address.js';
import { DeskPage } from './desk-page.js';
import { ExplainedScore } from './explained-score.js';
import { ExplainedWords } from './explained-words.js';
import { sayNumber } from './format.js';
import type { Frame } from './frame.js';

/** What is to be explained. */
export interface Asked {
  readonly q: string;
  readonly id: string;
}

interface Facts {
  readonly frame: Frame;
  readonly asked: Asked;
  readonly explanation?: Explanation;
  /** The article just above, explained, too. */
  readonly above?: Explanation | undefined;
  /** Results to choose from, where no article is named. */
  readonly hits?: readonly Hit[];
  readonly refusal?: 'noArticle' | 'tooLong';
}

/** Why an article stands where it does among the results of a query. */
export function ExplainPage({ frame, asked, explanation, above, hits, refusal }: Facts) {
  const { lang } = frame;
  const words = EXPLAIN_WORDS[lang];
  return (
    <DeskPage frame={frame} section="explain" title={words.title} styles={['desk-explain']}>
      <h1>{words.title}</h1>
      {!explanation && <p class="hint">{words.lead}</p>}
      <Question lang={lang} asked={asked} />
      {refusal && (
        <p class="notice bad" role="alert">
          {words[refusal]}
        </p>
      )}
      {hits && <Choice lang={lang} q={asked.q} hits={hits} />}
      {explanation && (
        <>
          <Verdict lang={lang} explanation={explanation} q={asked.q} />
          <ExplainedWords lang={lang} explanation={explanation} />
          <ExplainedScore lang={lang} q={asked.q} explanation={explanation} above={above} />
        </>
      )}
    </DeskPage>
  );
}

function Question({ lang, asked }: { readonly lang: Language; readonly asked: Asked }) {
  const words = EXPLAIN_WORDS[lang];
  return (
    <form class="finder" method="get" action="/desk/explain">
      {lang !== 'az' && <input type="hidden" name={LANGUAGE_PARAMETER} value={lang} />}
      <div class="field grow">
        <label for="q">{words.query}</label>
        <input id="q" name="q" type="search" value={asked.q} maxLength={512} />
      </div>
      <div class="field">
        <label for="id">{words.id}</label>
        <input
          id="id"
          name="id"
          type="text"
          value={asked.id}
          maxLength={200}
          title={words.idHint}
        />
      </div>
      <button class="plain">{words.submit}</button>
    </form>
  );
}

interface ChoiceFacts {
  readonly lang: Language;
  readonly q: string;
  readonly hits: readonly Hit[];
}

function Choice({ lang, q, hits }: ChoiceFacts) {
  const words = EXPLAIN_WORDS[lang];
  if (hits.length === 0) return <p class="nothing">{words.nothing}</p>;
  return (
    <section aria-labelledby="choose">
      <h2 id="choose">{words.choose}</h2>
      <ol class="choose">
        {hits.map(({ id, title = id }) => (
          <li>
            <a href={addressOf(lang, '/desk/explain', { q, id })}>{title}</a>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface VerdictFacts {
  readonly lang: Language;
  readonly explanation: Explanation;
  readonly q: string;
}

function Verdict({ lang, explanation, q }: VerdictFacts) {
  const words = EXPLAIN_WORDS[lang];
  const { document, query, absence } = explanation;
  return (
    <section class="card verdict" aria-labelledby="verdict">
      <h2 id="verdict">{document.title}</h2>
      <p class={`state ${absence ? 'bad' : 'good'}`}>{sayPlace(lang, explanation)}</p>
      {query.corrected && (
        <p class="hint">
          {words.readAs}: <strong>{query.corrected.text}</strong>
        </p>
      )}
      <p class="links">
        <a href={articleAddress(lang, document.id)}>{words.open}</a>
        <a href={addressOf(lang, '/desk/articles', { q })}>{words.list}</a>
      </p>
    </section>
  );
}

function sayPlace(lang: Language, { absence, place, lookedAt, totalHits }: Explanation): string {
  const words = EXPLAIN_WORDS[lang];
  const total = sayNumber(lang, totalHits);
  if (absence) return `${words.absent}: ${words.absences[absence]}.`;
  return place === undefined
    ? words.beyond(sayNumber(lang, lookedAt), total)
    : words.place(sayNumber(lang, place), total);
}
