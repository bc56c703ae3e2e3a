import type { Article } from '../../../indexer/article.js';
import { countWords } from '../../../indexer/extraction/text.js';
import type { Topic } from '../../../indexer/extraction/topics.js';
import type { Language } from '../language.js';
import { ARTICLE_WORDS } from '../words/desk-article.data.js';
import { NEW_WORDS } from '../words/desk-new.data.js';
import { sayInstant, sayNumber } from './format.js';

interface Facts {
  readonly lang: Language;
  readonly article: Article;
  readonly topicOf: (value: string) => Topic;
}

/** Lines of the body that are shown of its beginning and of its end. */
const LINES = 2;

/** What was found on a page, fact by fact, so that a mistake shows before it is saved. */
export function FoundArticle({ lang, article, topicOf }: Facts) {
  const { fields } = ARTICLE_WORDS[lang];
  const words = NEW_WORDS[lang];
  const { title, subtitle, author, authorRole, date, source, url, topics, body } = article;
  const lines = body.split('\n').filter((line) => line !== '');
  const rest = lines.slice(LINES);
  return (
    <div class="card found">
      <dl class="facts">
        <Fact name={fields.title} value={title} lang={lang} strong />
        {subtitle !== undefined && <Fact name={fields.subtitle} value={subtitle} lang={lang} />}
        <Fact name={fields.author} value={author} lang={lang} />
        {authorRole !== undefined && (
          <Fact name={fields.authorRole} value={authorRole} lang={lang} />
        )}
        <Fact name={fields.date} value={date && sayInstant(date)} lang={lang} />
        <Fact
          name={fields.topics}
          value={topics.map((id) => topicOf(id).name).join(', ')}
          lang={lang}
        />
        {source !== undefined && <Fact name={fields.source} value={source} lang={lang} />}
        {url !== undefined && <Fact name={fields.url} value={url} lang={lang} />}
        <Fact name={fields.lang} value={article.lang} lang={lang} />
        <Fact
          name={words.length}
          value={words.words(sayNumber(lang, countWords(body)))}
          lang={lang}
        />
        <Fact name={words.first} value={lines.slice(0, LINES).join('\n')} lang={lang} />
        {rest.length > 0 && (
          <Fact name={words.last} value={rest.slice(-LINES).join('\n')} lang={lang} />
        )}
      </dl>
    </div>
  );
}

interface FactFacts {
  readonly lang: Language;
  readonly name: string;
  readonly value: string | undefined;
  readonly strong?: boolean;
}

function Fact({ lang, name, value = '', strong = false }: FactFacts) {
  return (
    <div>
      <dt>{name}</dt>
      {value === '' ? (
        <dd class="muted">{NEW_WORDS[lang].absent}</dd>
      ) : (
        <dd class={strong ? 'strong' : undefined}>{value}</dd>
      )}
    </div>
  );
}
