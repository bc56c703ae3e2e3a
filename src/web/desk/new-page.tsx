import type { Article } from '../../../indexer/article.js';
import type { TopicCatalogue } from '../../../indexer/extraction/topics.js';
import type { Language } from '../language.js';
import { ARTICLE_WORDS } from '../words/desk-article.data.js';
import { NEW_WORDS } from '../words/desk-new.data.js';
import { addressOf, articleAddress } from './address.js';
import { ArticleFields } from './article-form.js';
import { DeskPage } from './desk-page.js';
import { ErrorSummary, type FieldError } from './field.js';
import { FoundArticle } from './found-article.js';
import type { Frame } from './frame.js';
import { Unsent } from './unsent.js';
import { NO_VALUES, type ArticleValues } from './values.js';

interface Facts {
  readonly frame: Frame;
  readonly topics: TopicCatalogue;
  /** The page that was pasted, and what was found on it. */
  readonly pasted?: string;
  readonly found?: Article | 'nothing';
  readonly values?: ArticleValues;
  readonly errors?: readonly FieldError[];
  /** Id of an article that is there already. */
  readonly taken?: string | undefined;
}

/** A new article: pasted as a page and looked over, or written. */
export function NewPage(facts: Facts) {
  const { frame, topics, pasted = '', found, values = NO_VALUES, errors = [], taken } = facts;
  const { lang } = frame;
  const words = NEW_WORDS[lang];
  return (
    <DeskPage
      frame={frame}
      section="new"
      title={words.title}
      script="desk-new"
      styles={['desk-new']}
    >
      <h1>{words.title}</h1>
      <ErrorSummary lang={lang} errors={errors} />
      {taken !== undefined && (
        <p>
          <a href={articleAddress(lang, taken)}>{ARTICLE_WORDS[lang].openTaken}</a>
        </p>
      )}
      <Paste lang={lang} pasted={pasted} />
      <div id="found">
        {found && (
          <section aria-labelledby="found-title" tabIndex={-1} data-focus>
            <h2 id="found-title">{words.foundTitle}</h2>
            {found === 'nothing' ? (
              <p class="notice wary">{words.notFound}</p>
            ) : (
              <>
                <p class="hint">{words.foundLead}</p>
                <FoundArticle lang={lang} article={found} topicOf={topics.topicOf} />
              </>
            )}
          </section>
        )}
        <form method="post" action={addressOf(lang, '/desk/articles')} data-guarded>
          <h2>{words.fieldsTitle}</h2>
          <ArticleFields lang={lang} values={values} topics={topics.topics} errors={errors} isNew />
          <Unsent lang={lang} />
          <p class="actions">
            <button class="primary">{words.save}</button>
          </p>
        </form>
      </div>
    </DeskPage>
  );
}

function Paste({ lang, pasted }: { readonly lang: Language; readonly pasted: string }) {
  const words = NEW_WORDS[lang];
  return (
    <form
      id="paste"
      class="card drop"
      method="post"
      action={addressOf(lang, '/desk/new')}
      data-too-large={words.tooLarge}
      data-unreadable={words.unreadable}
      data-away={words.away}
    >
      <h2>{words.pasteTitle}</h2>
      <div class="field">
        <label for="page">{words.paste}</label>
        <p class="hint" id="page-hint">
          {words.pasteHint}
        </p>
        <textarea
          id="page"
          name="page"
          rows={7}
          aria-describedby="page-hint page-note"
          value={pasted}
        />
      </div>
      <p id="page-note" role="status" />
      <p class="actions">
        <button class="primary">{words.find}</button>
        <label class="file scripted">
          {words.file} <input id="file" type="file" accept=".txt,.html,.htm,text/plain,text/html" />
        </label>
      </p>
    </form>
  );
}
