import type { Topic } from '../../../indexer/extraction/topics.js';
import { ARTICLE_WORDS } from '../words/desk-article.data.js';
import { addressOf, articleAddress } from './address.js';
import { ArticleFields } from './article-form.js';
import { DeskPage } from './desk-page.js';
import { ErrorSummary, type FieldError } from './field.js';
import type { Frame } from './frame.js';
import { Unsent } from './unsent.js';
import type { ArticleValues } from './values.js';

export type ArticleNote = 'saved' | 'added' | 'unchanged' | 'goingOn';

interface Facts {
  readonly frame: Frame;
  readonly topics: readonly Topic[];
  readonly values: ArticleValues;
  /** Entity tag of what was opened: what is saved replaces this state and no other. */
  readonly opened: string;
  readonly errors?: readonly FieldError[];
  readonly note?: ArticleNote | undefined;
}

/** An article, open to be edited. */
export function ArticlePage({ frame, topics, values, opened, errors = [], note }: Facts) {
  const { lang } = frame;
  const words = ARTICLE_WORDS[lang];
  const { id } = values;
  const title = values.title === '' ? id : values.title;
  return (
    <DeskPage frame={frame} section="articles" title={title} script="desk-article">
      <p class="crumbs">
        <a href={addressOf(lang, '/desk/articles')}>{words.back}</a>
      </p>
      <div class="page-head">
        <h1>{title}</h1>
        <code class="muted">{id}</code>
      </div>
      {note && (
        <p
          class={`notice ${note === 'goingOn' ? 'wary' : 'good'}`}
          role="status"
          tabIndex={-1}
          data-focus
        >
          {words[note]}
        </p>
      )}
      <ErrorSummary lang={lang} errors={errors} />
      <form method="post" action={articleAddress(lang, id)} class="article" data-guarded>
        <input type="hidden" name="opened" value={opened} />
        <ArticleFields lang={lang} values={values} topics={topics} errors={errors} />
        <Unsent lang={lang} />
        <p class="actions">
          <button class="primary">{words.save}</button>
          <a class="plain" href={addressOf(lang, '/', { q: values.title.slice(0, 200) })}>
            {words.open}
          </a>
          <a class="plain danger" href={articleAddress(lang, id, { remove: 1 })}>
            {words.remove}
          </a>
        </p>
      </form>
    </DeskPage>
  );
}
