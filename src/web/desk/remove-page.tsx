import { ARTICLE_WORDS } from '../words/desk-article.data.js';
import { articleAddress } from './address.js';
import { DeskPage } from './desk-page.js';
import { sayInstant } from './format.js';
import type { Frame } from './frame.js';
import type { ArticleValues } from './values.js';

interface Facts {
  readonly frame: Frame;
  readonly values: ArticleValues;
  readonly opened: string;
  /** Somebody has changed the article since the question was asked. */
  readonly changed?: boolean;
}

/** Asks before an article is deleted. */
export function RemovePage({ frame, values, opened, changed = false }: Facts) {
  const { lang } = frame;
  const words = ARTICLE_WORDS[lang].removing;
  const facts = [values.date && sayInstant(`${values.date}+04:00`), values.author, values.source];
  return (
    <DeskPage frame={frame} section="articles" title={words.title}>
      <h1>{words.title}</h1>
      {changed && (
        <p class="notice wary" role="alert">
          {words.changed}
        </p>
      )}
      <blockquote class="card">
        <p>
          <strong>{values.title}</strong>
        </p>
        <p class="muted">
          <code>{values.id}</code>
          {facts.filter((fact) => fact !== '').map((fact) => ` · ${fact}`)}
        </p>
      </blockquote>
      <p>{words.warning}</p>
      <form method="post" action={articleAddress(lang, values.id)} class="actions">
        <input type="hidden" name="opened" value={opened} />
        <button class="primary danger" name="intent" value="remove">
          {words.confirm}
        </button>
        <a class="plain" href={articleAddress(lang, values.id)}>
          {words.keep}
        </a>
      </form>
    </DeskPage>
  );
}
