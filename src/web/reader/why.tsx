import type { Hit } from '../../search/response.js';
import { ARTICLE_WORDS } from '../words/article.data.js';
import { HIT_WORDS } from '../words/hits.data.js';
import { whyAddress, type Asked } from './address.js';

interface WhyFacts {
  readonly hit: Hit;
  readonly asked: Pick<Asked, 'q' | 'hl'>;
}

/** How the words of the query met the article, for those who ask; the script says more at once. */
export function Why({ hit: { id, match, _formatted }, asked }: WhyFacts) {
  if (!match || match.words.length === 0) return null;
  const { hl } = asked;
  const words = HIT_WORDS[hl];
  const places = [
    ...(hasMark(_formatted?.title) ? [words.inTitle] : []),
    ...(hasMark(_formatted?.snippet) ? [words.inText] : []),
  ];
  const isOne = match.words.length === 1;
  return (
    <details class="why" lang={hl} data-key={`why-${id}`}>
      <summary>{words.why}</summary>
      <div class="reasons">
        <dl>
          {match.words.map(({ text, layer }) => (
            <div>
              <dt>{text}</dt>
              <dd>{[words.layers[layer], ...(isOne ? places : [])].join(', ')}</dd>
            </div>
          ))}
        </dl>
        {match.layer === 'phrase' && <p>{words.phrase}</p>}
        <a class="further" href={whyAddress(id, asked)}>
          {ARTICLE_WORDS[hl].more}
        </a>
      </div>
    </details>
  );
}

const hasMark = (html: string | undefined): boolean => html?.includes('<mark>') ?? false;
