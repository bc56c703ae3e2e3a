import type { Explanation, ScorePart } from '../../search/explanation.js';
import type { Language } from '../language.js';
import { EXPLAIN_WORDS } from '../words/desk-explain.data.js';
import { addressOf } from './address.js';
import { sayInstant, sayNumber } from './format.js';

interface Facts {
  readonly lang: Language;
  readonly q: string;
  readonly explanation: Explanation;
  readonly above: Explanation | undefined;
}

/** The parts of the score beside those of the article just above, and which of them decides. */
export function ExplainedScore({ lang, q, explanation, above }: Facts) {
  const words = EXPLAIN_WORDS[lang];
  const { score, place } = explanation;
  if (score.length === 0) return null;
  return (
    <section aria-labelledby="score">
      <h2 id="score">{words.scoreTitle}</h2>
      <p class="hint">{words.scoreLead}</p>
      <table class="list score">
        <thead>
          <tr>
            <th scope="col">{words.part}</th>
            <th scope="col">{words.here}</th>
            {above && <th scope="col">{words.thereIs}</th>}
          </tr>
        </thead>
        <tbody>
          {score.map((part) => (
            <PartRow lang={lang} part={part} above={above} decides={explanation.above?.part} />
          ))}
        </tbody>
      </table>
      {explanation.above && (
        <p>
          {words.above}:{' '}
          <a href={addressOf(lang, '/desk/explain', { q, id: explanation.above.id })}>
            {explanation.above.title}
          </a>
          {'. '}
          {sayDifference(lang, explanation, above)}
        </p>
      )}
      {place === 1 && <p class="hint">{words.first}</p>}
    </section>
  );
}

interface RowFacts {
  readonly lang: Language;
  readonly part: ScorePart;
  readonly above: Explanation | undefined;
  readonly decides: ScorePart['part'] | undefined;
}

function PartRow({ lang, part, above, decides }: RowFacts) {
  const words = EXPLAIN_WORDS[lang];
  const there = above?.score.find((other) => other.part === part.part);
  const isIt = part.part === decides;
  return (
    <tr class={isIt ? 'differs' : undefined}>
      <th scope="row">
        {words.parts[part.part]} {isIt && <span class="tag wary">{words.decides}</span>}
      </th>
      <td data-label={words.here}>{sayValue(lang, part)}</td>
      {above && <td data-label={words.thereIs}>{sayValue(lang, there)}</td>}
    </tr>
  );
}

function sayValue(lang: Language, part: ScorePart | undefined): string {
  const value = part?.value;
  if (value === undefined) return EXPLAIN_WORDS[lang].none;
  return typeof value === 'number' ? sayNumber(lang, value, 2) : sayInstant(value);
}

/** By what the article above is better, with both figures. */
function sayDifference(lang: Language, here: Explanation, there: Explanation | undefined): string {
  const part = here.above?.part;
  if (part === undefined || !there) return '';
  const words = EXPLAIN_WORDS[lang];
  const of = ({ score }: Explanation) =>
    sayValue(
      lang,
      score.find((one) => one.part === part),
    );
  return words.difference(words.parts[part], of(there), of(here));
}
