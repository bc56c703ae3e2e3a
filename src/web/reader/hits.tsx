import type { Hit } from '../../search/response.js';
import { writeCount, writeDay } from '../words/written.js';
import { HIT_WORDS } from '../words/hits.data.js';
import { addressOf, articleAddress, changed, type Asked } from './address.js';
import { Marked } from './marked.js';
import { Why } from './why.js';

interface HitFacts {
  readonly hit: Hit;
  readonly asked: Asked;
}

/** One article of the list: topics and date, title, passage, author and source, why it is here. */
export function HitItem({ hit, asked }: HitFacts) {
  return (
    <article class="hit" lang={hit.lang} data-id={hit.id}>
      <p class="about">
        {hit.topics?.map(({ id, name }) => (
          <a href={addressOf(changed(asked, { topic: [id] }))}>{name}</a>
        ))}
        <Day date={hit.date} asked={asked} />
      </p>
      <h2>
        <a {...targetOf(hit, asked)}>
          <Marked html={hit._formatted?.title} text={hit.title} />
        </a>
      </h2>
      {hit.snippet && (
        <p class="snippet">
          <Marked html={hit._formatted?.snippet} text={hit.snippet} />
        </p>
      )}
      <div class="foot">
        <By hit={hit} asked={asked} />
        <Why hit={hit} asked={asked} />
        <Duplicates hit={hit} asked={asked} />
      </div>
    </article>
  );
}

type Linked = Pick<Hit, 'id' | 'url'>;

/** Where the portal shows the article; what has no address of its own is read here. */
export function targetOf({ id, url }: Linked, asked: Pick<Asked, 'q' | 'hl'>) {
  const known = url !== undefined && URL.canParse(url) ? new URL(url) : undefined;
  const isWeb = known?.protocol === 'https:' || known?.protocol === 'http:';
  return isWeb
    ? { href: known.href, rel: 'noopener' }
    : { href: articleAddress(id, asked), 'data-article': '' };
}

interface DayFacts {
  readonly date: string | undefined;
  readonly asked: Pick<Asked, 'hl'>;
}

export const Day = ({ date, asked }: DayFacts) =>
  date === undefined ? null : (
    <time datetime={date} lang={asked.hl}>
      {writeDay(date, asked.hl)}
    </time>
  );

function By({ hit: { author, source, _formatted }, asked }: HitFacts) {
  if (!author && source === undefined) return null;
  return (
    <p class="by">
      {author && (
        <a href={addressOf(changed(asked, { author: [author.id] }))}>
          <Marked html={_formatted?.author} text={author.name} />
        </a>
      )}
      {author?.role && <span class="role">{author.role}</span>}
      {source !== undefined && (
        <a href={addressOf(changed(asked, { source: [source] }))}>{source}</a>
      )}
    </p>
  );
}

/** Articles of other outlets that tell the same, folded away. */
function Duplicates({ hit: { id, duplicates }, asked }: HitFacts) {
  if (!duplicates) return null;
  return (
    <details class="story" data-key={`story-${id}`}>
      <summary lang={asked.hl}>
        {HIT_WORDS[asked.hl].alsoTold(writeCount(duplicates.length))}
      </summary>
      <ul>
        {duplicates.map((other) => (
          <li data-id={other.id}>
            <a {...targetOf(other, asked)}>{other.title}</a>
            <span class="by">
              {other.source !== undefined && <span>{other.source}</span>}
              <Day date={other.date} asked={asked} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
