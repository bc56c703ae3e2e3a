import type { Hit } from '../../search/response.js';
import type { Language } from '../language.js';
import { HIT_WORDS } from '../words/hits.data.js';

interface WhyFacts {
  readonly hit: Hit;
  readonly hl: Language;
}

/** How the words of the query met the article, for those who ask. */
export function Why({ hit: { id, match, _formatted }, hl }: WhyFacts) {
  if (!match || match.words.length === 0) return null;
  const words = HIT_WORDS[hl];
  const places = [
    ...(hasMark(_formatted?.title) ? [words.inTitle] : []),
    ...(hasMark(_formatted?.snippet) ? [words.inText] : []),
  ];
  return (
    <details class="why" lang={hl} data-key={`why-${id}`}>
      <summary>{words.why}</summary>
      <dl>
        {match.words.map(({ text, layer }) => (
          <div>
            <dt>{text}</dt>
            <dd>{[words.layers[layer], ...(match.words.length === 1 ? places : [])].join(', ')}</dd>
          </div>
        ))}
      </dl>
      {match.layer === 'phrase' && <p>{words.phrase}</p>}
    </details>
  );
}

const hasMark = (html: string | undefined): boolean => html?.includes('<mark>') ?? false;
