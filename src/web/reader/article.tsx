import type { TopicCatalogue } from '../../../indexer/extraction/topics.js';
import type { ArticleLink } from '../../search/article-link.js';
import type { ReadArticle } from '../../search/read-article.js';
import { ARTICLE_WORDS } from '../words/article.data.js';
import { addressOf, changed, type Asked } from './address.js';
import { Frame } from './frame.js';
import { Day, targetOf } from './hits.js';

interface ArticlePageFacts {
  readonly read: ReadArticle;
  /** Other articles on the same story. */
  readonly similar: readonly ArticleLink[];
  readonly asked: Asked;
  readonly topicOf: TopicCatalogue['topicOf'];
}

/** An article to be read where no portal shows it; the words of the query are marked. */
export function ArticlePage({ read, similar, asked, topicOf }: ArticlePageFacts) {
  const { article, title, subtitle, paragraphs } = read;
  const { hl } = asked;
  const words = ARTICLE_WORDS[hl];
  const { id, url, lang } = article;
  return (
    <Frame asked={asked} title={article.title} path={`/articles/${encodeURIComponent(id)}`}>
      <p class="back">
        <a href={addressOf(asked)}>{asked.q.trim() === '' ? words.home : words.back}</a>
      </p>
      <article lang={lang}>
        <p class="about">
          {article.topics.map(topicOf).map((topic) => (
            <a href={addressOf(changed(asked, { q: '', topic: [topic.id] }))}>{topic.name}</a>
          ))}
          <Day date={article.date} asked={asked} />
        </p>
        <h1 dangerouslySetInnerHTML={{ __html: title }} />
        {subtitle && <p class="lead" dangerouslySetInnerHTML={{ __html: subtitle }} />}
        <By read={read} asked={asked} />
        {paragraphs.map((html) => (
          <p dangerouslySetInnerHTML={{ __html: html }} />
        ))}
      </article>
      {paragraphs.length === 0 && <p class="by">{words.noText}</p>}
      {url !== undefined && (
        <p>
          <a href={url} rel="noopener">
            {words.source}
          </a>
        </p>
      )}
      <SameStory similar={similar} asked={asked} />
    </Frame>
  );
}

function By({ read: { article }, asked }: Pick<ArticlePageFacts, 'read' | 'asked'>) {
  const { author, authorRole, source } = article;
  if (author === undefined && source === undefined) return null;
  const search = (changes: Partial<Asked>) => addressOf(changed(asked, { q: '', ...changes }));
  return (
    <p class="by">
      {author !== undefined && <a href={search({ author: [author] })}>{author}</a>}
      {authorRole !== undefined && <span class="role">{authorRole}</span>}
      {source !== undefined && <a href={search({ source: [source] })}>{source}</a>}
    </p>
  );
}

function SameStory({ similar, asked }: Pick<ArticlePageFacts, 'similar' | 'asked'>) {
  if (similar.length === 0) return null;
  return (
    <section class="same" aria-labelledby="same">
      <h2 id="same">{ARTICLE_WORDS[asked.hl].sameStory}</h2>
      <ul>
        {similar.map((other) => (
          <li>
            <a {...targetOf(other, asked)}>{other.title}</a>
            <span class="by">
              {other.source !== undefined && <span>{other.source}</span>}
              <Day date={other.date} asked={asked} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
