import type { SourceReport } from '../../sync/report.js';
import type { SourceStatus } from '../../sync/sync.js';
import type { Language } from '../language.js';
import { SOURCES_WORDS } from '../words/desk-sources.data.js';
import { addressOf } from './address.js';
import { DeskPage } from './desk-page.js';
import { ErrorSummary, Field, type FieldError } from './field.js';
import { sayNumber } from './format.js';
import type { Frame } from './frame.js';
import { SourceReportText } from './source-report.js';
import { SOURCE_KINDS, type SourceValues } from './source-values.js';
import { SourceState } from './sources-page.js';

interface Facts {
  readonly frame: Frame;
  readonly values: SourceValues;
  /** Absent for a new one. */
  readonly status?: SourceStatus | undefined;
  readonly errors?: readonly FieldError[];
  /** Newest first. */
  readonly history?: readonly SourceReport[];
  /** What trying it has shown last. */
  readonly tried?: SourceReport | undefined;
  readonly note?: 'saved' | undefined;
}

/** A portal: how it is read, what came of it, trying it and reading it now. */
export function SourcePage(facts: Facts) {
  const { frame, values, status, errors = [], history = [], tried, note } = facts;
  const { lang } = frame;
  const words = SOURCES_WORDS[lang];
  const title = status ? (status.source.name ?? status.source.id) : words.titleNew;
  return (
    <DeskPage
      frame={frame}
      section="sources"
      title={title}
      styles={['desk-words', 'desk-queries']}
      script="desk-renew"
    >
      <p class="crumbs">
        <a href={addressOf(lang, '/desk/sources')}>{words.back}</a>
      </p>
      <h1>{title}</h1>
      {note && (
        <p class="notice good" role="status" tabIndex={-1} data-focus>
          {words[note]}
        </p>
      )}
      <ErrorSummary lang={lang} errors={errors} />
      {status && <Runs lang={lang} status={status} history={history} tried={tried} />}
      {status?.source.kind === 'folder' ? (
        <p class="hint">{words.onlyOperator}</p>
      ) : (
        <SourceForm lang={lang} values={values} errors={errors} isNew={status === undefined} />
      )}
      {status && <Remove lang={lang} id={status.source.id} />}
    </DeskPage>
  );
}

interface RunsFacts {
  readonly lang: Language;
  readonly status: SourceStatus;
  readonly history: readonly SourceReport[];
  readonly tried?: SourceReport | undefined;
}

function Runs({ lang, status, history, tried }: RunsFacts) {
  const words = SOURCES_WORDS[lang];
  const { running } = status;
  return (
    <div id="runs" class="parts" data-renew={running ? '' : undefined}>
      <section class="card parts" aria-label={words.columns.state}>
        <p>
          <SourceState lang={lang} status={status} /> {sayNumber(lang, status.articles)}{' '}
          {words.columns.articles.toLowerCase()}
        </p>
        {running ? (
          <p role="status">
            {words.underWay}: {words.looked(sayNumber(lang, running.done))}
          </p>
        ) : (
          <form
            method="post"
            action={addressOf(lang, `/desk/sources/${status.source.id}`)}
            class="actions"
          >
            <button class="primary" name="intent" value="run">
              {words.run}
            </button>
            <button class="plain" name="intent" value="try">
              {words.try}
            </button>
            <span class="hint">{words.tryHint}</span>
          </form>
        )}
      </section>
      {tried && !running && (
        <section class="card parts" aria-labelledby="tried">
          <h2 id="tried">{words.tried}</h2>
          <SourceReportText lang={lang} report={tried} />
        </section>
      )}
      <section class="card parts" aria-labelledby="history">
        <h2 id="history">{words.history}</h2>
        {history.length === 0 && <p class="hint">{words.noHistory}</p>}
        <ol class="parts">
          {history.map((report) => (
            <li>
              <SourceReportText lang={lang} report={report} />
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

interface FormFacts {
  readonly lang: Language;
  readonly values: SourceValues;
  readonly errors: readonly FieldError[];
  readonly isNew: boolean;
}

function SourceForm({ lang, values, errors, isNew }: FormFacts) {
  const words = SOURCES_WORDS[lang];
  const { fields, hints, kinds } = words;
  const action = addressOf(lang, `/desk/sources/${isNew ? 'new' : values.id}`);
  const text = (name: 'id' | 'name' | 'every' | 'topics') => (
    <Field name={name} label={fields[name]} hint={hints[name]} errors={errors}>
      {(ties) => <input {...ties} type="text" value={values[name]} autocomplete="off" />}
    </Field>
  );
  return (
    <form method="post" action={action} class="group parts">
      <Field name="kind" label={fields.kind} errors={errors}>
        {(ties) => (
          <select {...ties}>
            {SOURCE_KINDS.map((kind) => (
              <option value={kind} selected={kind === values.kind}>
                {kinds[kind]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="url" label={fields.url} hint={hints.url} errors={errors}>
        {(ties) => <textarea {...ties} rows={values.kind === 'pages' ? 6 : 2} value={values.url} />}
      </Field>
      {text('name')}
      {isNew && text('id')}
      {text('every')}
      {text('topics')}
      {(['enabled', 'removals'] as const).map((name) => (
        <p class="check">
          <label>
            <input type="checkbox" name={name} value="1" checked={values[name]} />
            <span>{fields[name]}</span>
          </label>
        </p>
      ))}
      <p class="actions">
        <button class="primary" name="intent" value="save">
          {words.save}
        </button>
      </p>
    </form>
  );
}

function Remove({ lang, id }: { readonly lang: Language; readonly id: string }) {
  const words = SOURCES_WORDS[lang];
  return (
    <details>
      <summary>{words.remove}</summary>
      <form method="post" action={addressOf(lang, `/desk/sources/${id}`)} class="actions">
        <button class="plain danger" name="intent" value="remove">
          {words.removeSure}
        </button>
        <span class="hint">{words.removeHint}</span>
      </form>
    </details>
  );
}
