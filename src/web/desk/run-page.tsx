import type { ComponentChildren } from 'preact';
import type { JobProblem } from '../../jobs/job.js';
import type { Language } from '../language.js';
import { RUNS_WORDS } from '../words/desk-runs.data.js';
import { addressOf } from './address.js';
import { DeskPage } from './desk-page.js';
import { sayDuration, sayInstant, sayNumber } from './format.js';
import type { Frame } from './frame.js';
import { isOver, sayResult, secondsOf, type Run } from './run.js';
import { RunProgress, runPath } from './run-parts.js';

/** What was wrong with records. */
export interface RunErrors {
  readonly errors: readonly JobProblem[];
  /** Beyond those. */
  readonly omitted: number;
}

interface Facts extends RunErrors {
  readonly frame: Frame;
  readonly run: Run;
  readonly note?: 'sent' | 'canceling' | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A run: how far it has come, or what became of it, record by record. */
export function RunPage({ frame, run, note, now, errors, omitted }: Facts) {
  const { lang } = frame;
  const words = RUNS_WORDS[lang];
  const events = isOver(run) ? undefined : `${runPath(run)}/events`;
  return (
    <DeskPage
      frame={frame}
      section="runs"
      title={words.kinds[run.kind]}
      script="desk-run"
      styles={['desk-runs', 'desk-new']}
    >
      <p class="crumbs">
        <a href={addressOf(lang, '/desk/runs')}>{words.back}</a>
      </p>
      <h1>{words.kinds[run.kind]}</h1>
      {note === 'sent' && (
        <p class="notice good" role="status" tabIndex={-1} data-focus>
          {words.sent}
        </p>
      )}
      <p id="run-said" class="unseen" role="status" />
      <div id="run" data-events={events}>
        <div class="card">
          <RunProgress lang={lang} run={run} canceling={note === 'canceling'} />
        </div>
        {run.kind === 'documents.add' && (
          <Report lang={lang} run={run} errors={errors} omitted={omitted} />
        )}
        <About lang={lang} run={run} now={now} />
      </div>
    </DeskPage>
  );
}

/** While a run goes on, its page is asked for again and again: it had better be short. */
const FIRST = 100;

function Report({ lang, run, errors, omitted }: RunErrors & RunOf) {
  const words = RUNS_WORDS[lang];
  const shown = isOver(run) ? errors : errors.slice(0, FIRST);
  const done = run.job.status === 'succeeded' && errors.length === 0;
  if (errors.length === 0) return done ? <p class="notice good">{words.allGood}</p> : null;
  const more = isOver(run) && omitted > 0 ? words.omitted(sayNumber(lang, omitted)) : '';
  const later = shown.length < errors.length ? words.more(sayNumber(lang, FIRST)) : '';
  return (
    <section aria-labelledby="report">
      <h2 id="report">
        {words.report} <span class="tag wary">{sayNumber(lang, errors.length + omitted)}</span>
      </h2>
      <ErrorTable lang={lang} errors={shown} />
      <p class="hint">{`${more}${later}`}</p>
    </section>
  );
}

interface RunOf {
  readonly lang: Language;
  readonly run: Run;
}

function ErrorTable({ lang, errors }: Pick<RunErrors, 'errors'> & { readonly lang: Language }) {
  const { errorColumns: columns } = RUNS_WORDS[lang];
  const withIds = errors.some(({ id }) => id !== undefined);
  return (
    <table class="list">
      <thead>
        <tr>
          <th scope="col">{columns.line}</th>
          <th scope="col">{columns.path}</th>
          {withIds && <th scope="col">{columns.id}</th>}
          <th scope="col">{columns.message}</th>
        </tr>
      </thead>
      <tbody>
        {errors.map(({ line, path, id, message }) => (
          <tr>
            <td data-label={columns.line}>{line}</td>
            <td data-label={columns.path}>{path !== undefined && <code>{path}</code>}</td>
            {withIds && <td data-label={columns.id}>{id}</td>}
            <td data-label={columns.message}>
              <Reason lang={lang} path={path} message={message} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** In words where the field tells enough, and always as it was found. */
function Reason({ lang, path, message }: Pick<JobProblem, 'path' | 'message'> & LanguageOf) {
  const reasons: Readonly<Record<string, string>> = RUNS_WORDS[lang].reasons;
  const said = reasons[(path ?? '').replace(/^\[\d+\]\.?/, '')];
  return (
    <>
      {said !== undefined && <span>{said}: </span>}
      <span lang="en" class={said === undefined ? undefined : 'muted'}>
        {message}
      </span>
    </>
  );
}

interface LanguageOf {
  readonly lang: Language;
}

function About({ lang, run, now }: RunOf & { readonly now: number }) {
  const words = RUNS_WORDS[lang];
  const { job, who } = run;
  const seconds = secondsOf(run, now);
  const when = (instant: string) => <time dateTime={instant}>{sayInstant(instant)}</time>;
  const rows: [string, ComponentChildren][] = [
    [
      words.columns.who,
      who ? `${who.name}${who.name === who.id ? '' : ` (${who.id})`}` : words.nobody,
    ],
    [words.asked, when(job.enqueuedAt)],
    [words.started, job.startedAt && when(job.startedAt)],
    [words.finished, job.finishedAt && when(job.finishedAt)],
    [words.columns.took, seconds === undefined ? '' : sayDuration(lang, seconds)],
    [words.columns.count, sayResult(lang, job.result)],
    [words.id, <code>{job.id}</code>],
  ];
  return (
    <section aria-labelledby="about">
      <h2 id="about">{words.about}</h2>
      <dl class="facts card">
        {rows
          .filter(([, value]) => value !== undefined && value !== '')
          .map(([name, value]) => (
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
