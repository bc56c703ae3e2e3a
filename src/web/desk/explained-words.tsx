import type { ExplainedWord, Explanation, WordPlace } from '../../search/explanation.js';
import type { Language } from '../language.js';
import { ARTICLE_WORDS } from '../words/desk-article.data.js';
import { EXPLAIN_WORDS } from '../words/desk-explain.data.js';
import { sayNumber } from './format.js';

interface Facts {
  readonly lang: Language;
  readonly explanation: Explanation;
}

/** Each word of the query: how the article meets it, and where. */
export function ExplainedWords({ lang, explanation: { words: explained } }: Facts) {
  const { wordsTitle, columns } = EXPLAIN_WORDS[lang];
  if (explained.length === 0) return null;
  const names = ['word', 'layer', 'rarity', 'count', 'places'] as const;
  return (
    <section aria-labelledby="words">
      <h2 id="words">{wordsTitle}</h2>
      <table class="list words">
        <thead>
          <tr>
            {names.map((name) => (
              <th scope="col">{columns[name]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {explained.map((word) => (
            <WordRow lang={lang} word={word} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowFacts {
  readonly lang: Language;
  readonly word: ExplainedWord;
}

function WordRow({ lang, word }: RowFacts) {
  const words = EXPLAIN_WORDS[lang];
  const { text, layer, inTitle, information, count, matches, readAs = [] } = word;
  const said = word.alternatives.filter(({ found }) => found).map((tried) => tried.text);
  return (
    <tr>
      <th scope="row">
        <strong>{text}</strong>
        {readAs.length > 0 && <Note name={words.readWord} texts={readAs} />}
        {said.length > 0 && <Note name={words.saidAs} texts={said} />}
      </th>
      <td data-label={words.columns.layer}>
        {layer === undefined ? (
          <span class="tag bad">{words.lacking}</span>
        ) : (
          <span class={`tag layer ${layer}`}>{words.layers[layer]}</span>
        )}
        {inTitle && <span class="tag idle">{words.inTitle}</span>}
      </td>
      <td data-label={words.columns.rarity}>
        {information === undefined ? words.none : sayNumber(lang, information, 1)}
      </td>
      <td data-label={words.columns.count}>{sayNumber(lang, count)}</td>
      <td data-label={words.columns.places}>
        <Places lang={lang} matches={matches} count={count} />
      </td>
    </tr>
  );
}

const Note = ({ name, texts }: { readonly name: string; readonly texts: readonly string[] }) => (
  <span class="meta">
    {name}: {[...new Set(texts)].join(', ')}
  </span>
);

interface PlacesFacts {
  readonly lang: Language;
  readonly matches: readonly WordPlace[];
  readonly count: number;
}

function Places({ lang, matches, count }: PlacesFacts) {
  const words = EXPLAIN_WORDS[lang];
  const more = count - matches.length;
  return (
    <ul class="places">
      {matches.map(({ of, text, layer }) => (
        <li>
          <span class="muted">{fieldName(lang, of)}:</span> {text}{' '}
          <span class="muted">({words.layers[layer]})</span>
        </li>
      ))}
      {more > 0 && <li class="muted">{words.more(sayNumber(lang, more))}</li>}
    </ul>
  );
}

function fieldName(lang: Language, of: WordPlace['of']): string {
  const fields: Readonly<Record<string, string>> = ARTICLE_WORDS[lang].fields;
  return fields[of] ?? of;
}
