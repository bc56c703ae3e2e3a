import type { Topic } from '../../../indexer/extraction/topics.js';
import type { Language } from '../language.js';
import { ARTICLE_WORDS } from '../words/desk-article.data.js';
import { Field, type FieldError } from './field.js';
import type { ArticleValues } from './values.js';

interface FieldsFacts {
  readonly lang: Language;
  readonly values: ArticleValues;
  /** The controlled list; topics that only the article knows are shown after it. */
  readonly topics: readonly Topic[];
  readonly errors?: readonly FieldError[];
  /** Whether the article is new, so that its id can still be chosen. */
  readonly isNew?: boolean;
}

type OneLine = 'title' | 'subtitle' | 'author' | 'authorRole' | 'source' | 'tags';

/** Every field of an article. */
export function ArticleFields({ lang, values, topics, errors = [], isNew = false }: FieldsFacts) {
  const { fields, hints } = ARTICLE_WORDS[lang];
  const text = (name: OneLine, hint?: string, wide = false) => (
    <Field name={name} label={fields[name]} hint={hint} errors={errors} wide={wide}>
      {(ties) => <input {...ties} type="text" value={values[name]} />}
    </Field>
  );
  return (
    <div class="fields">
      <div class="fields-text">
        {text('title', isNew ? hints.title : undefined, true)}
        {text('subtitle', undefined, true)}
        <Field name="body" label={fields.body} errors={errors} wide>
          {(ties) => <textarea {...ties} rows={18} value={values.body} />}
        </Field>
      </div>
      <div class="fields-facts">
        {text('author')}
        {text('authorRole')}
        <Field name="date" label={fields.date} errors={errors}>
          {(ties) => <input {...ties} type="datetime-local" step={1} value={values.date} />}
        </Field>
        <Topics lang={lang} chosen={values.topics} topics={topics} />
        {text('source')}
        <Field name="url" label={fields.url} hint={hints.url} errors={errors}>
          {(ties) => <input {...ties} type="text" inputMode="url" value={values.url} />}
        </Field>
        <Field name="lang" label={fields.lang} hint={hints.lang} errors={errors}>
          {(ties) => <input {...ties} type="text" maxLength={20} value={values.lang} />}
        </Field>
        {text('tags', hints.tags)}
        {isNew && (
          <Field name="id" label={fields.id} hint={hints.id} errors={errors}>
            {(ties) => <input {...ties} type="text" maxLength={200} value={values.id} />}
          </Field>
        )}
      </div>
      <input type="hidden" name="archivedAt" value={values.archivedAt} />
      <input type="hidden" name="derivedTitle" value={values.derivedTitle} />
    </div>
  );
}

interface TopicsFacts {
  readonly lang: Language;
  readonly chosen: readonly string[];
  readonly topics: readonly Topic[];
}

function Topics({ lang, chosen, topics }: TopicsFacts) {
  const { fields, hints } = ARTICLE_WORDS[lang];
  const own = chosen.filter((value) => topics.every(({ id }) => id !== value));
  const all = [...topics, ...own.map((value) => ({ id: value, name: value }))];
  // Of a long list those that are chosen should be seen without a search.
  const isChosen = ({ id }: Topic) => chosen.includes(id);
  const inOrder = [...all.filter(isChosen), ...all.filter((topic) => !isChosen(topic))];
  return (
    <fieldset class="field topics" aria-describedby="topics-hint" id="topics" tabIndex={-1}>
      <legend>{fields.topics}</legend>
      <p class="hint" id="topics-hint">
        {hints.topics}
      </p>
      <ul>
        {inOrder.map(({ id, name }) => (
          <li>
            <label>
              <input type="checkbox" name="topics" value={id} checked={chosen.includes(id)} />
              <span>{name}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
