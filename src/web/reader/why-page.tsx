import type { ExplainedWord, Explanation } from '../../search/explanation.js';
import type { Language } from '../language.js';
import { ARTICLE_WORDS } from '../words/article.data.js';
import { HIT_WORDS } from '../words/hits.data.js';
import { writeCount } from '../words/written.js';
import { articleAddress, type Asked } from './address.js';
import { Frame } from './frame.js';

interface WhyPageFacts {
  readonly explanation: Explanation;
  readonly asked: Pick<Asked, 'q' | 'hl'>;
}

/** Why a query finds an article: each of its words, how and where it is met. */
export function WhyPage({ explanation: { document, words }, asked }: WhyPageFacts) {
  const said = ARTICLE_WORDS[asked.hl];
  const title = said.whyTitle(document.title);
  return (
    <Frame asked={asked} title={title} path={`/articles/${encodeURIComponent(document.id)}/why`}>
      <h1>{title}</h1>
      <div id="why" class="reasons">
        <dl>
          {words.map((word) => (
            <div>
              <dt>{word.text}</dt>
              <dd>
                <Met word={word} hl={asked.hl} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
      <p>
        <a href={articleAddress(document.id, asked)}>{said.read}</a>
      </p>
    </Frame>
  );
}

/** How a word is met, in which forms, and where. */
function Met({ word: { layer, matches, count }, hl }: { word: ExplainedWord; hl: Language }) {
  const said = ARTICLE_WORDS[hl];
  if (!layer) return <>{said.lacking}</>;
  const layers = [...new Set([layer, ...matches.map((match) => match.layer)])];
  const fields = [...new Set(matches.map(({ field }) => said.fields[field]))];
  return (
    <>
      {layers.map((each) => (
        <>
          {HIT_WORDS[hl].layers[each]}
          <Forms matches={matches.filter((match) => match.layer === each)} />
          {'; '}
        </>
      ))}
      {[...fields, said.times(count, writeCount(count))].join(', ')}
    </>
  );
}

/** The words as they stand in the article, each once. */
function Forms({ matches }: { readonly matches: ExplainedWord['matches'] }) {
  const forms = [...new Set(matches.map(({ text }) => text.toLocaleLowerCase('az')))];
  if (forms.length === 0) return null;
  return (
    <>
      {': '}
      {forms.map((form, at) => (
        <>
          {at > 0 && ', '}
          <q>{form}</q>
        </>
      ))}
    </>
  );
}
