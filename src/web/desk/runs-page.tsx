import type { Language } from '../language.js';
import { LANGUAGE_PARAMETER } from '../language.js';
import { RUNS_WORDS } from '../words/desk-runs.data.js';
import { addressOf } from './address.js';
import { DeskPage } from './desk-page.js';
import { sayDuration, sayInstant } from './format.js';
import type { Frame } from './frame.js';
import { RUN_KINDS, RUN_STATUSES, sayResult, secondsOf, type Run } from './run.js';
import { RunProgress, runPath, RunState } from './run-parts.js';

/** Which runs of the history are shown; empty is every one. */
export interface RunFilter {
  readonly kind: string;
  readonly status: string;
}

interface Facts {
  readonly frame: Frame;
  readonly runs: readonly Run[];
  readonly filter: RunFilter;
  /** The run that is under way, or the next. */
  readonly current?: Run | undefined;
  /** Whether a reindexing is under way or queued. */
  readonly reindexing: boolean;
  /** Whether the engine keeps a former index. */
  readonly canRollBack: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What is done with the whole index, and what was done. */
export function RunsPage(facts: Facts) {
  const { frame, runs, filter, current, reindexing, canRollBack, now } = facts;
  const { lang } = frame;
  const words = RUNS_WORDS[lang];
  const events = current && `${runPath(current)}/events`;
  return (
    <DeskPage
      frame={frame}
      section="runs"
      title={words.title}
      script="desk-run"
      styles={['desk-runs']}
    >
      <h1>{words.title}</h1>
      <Reindex lang={lang} canRollBack={canRollBack} busy={reindexing} />
      <p id="run-said" class="unseen" role="status" />
      <div id="run" data-events={events}>
        {current && (
          <section class="card" aria-labelledby="now">
            <h2 id="now">
              {words.now}:{' '}
              <a href={addressOf(lang, runPath(current))}>{words.kinds[current.kind]}</a>
            </h2>
            <RunProgress lang={lang} run={current} />
          </section>
        )}
      </div>
      <section aria-labelledby="history-title">
        <h2 id="history-title">{words.history}</h2>
        <p class="hint">{words.kept}</p>
        <Filter lang={lang} filter={filter} />
        <div id="history">
          {runs.length === 0 ? (
            <p class="nothing">{words.none}</p>
          ) : (
            <History lang={lang} runs={runs} now={now} />
          )}
        </div>
      </section>
    </DeskPage>
  );
}

interface ReindexFacts {
  readonly lang: Language;
  readonly canRollBack: boolean;
  readonly busy: boolean;
}

function Reindex({ lang, canRollBack, busy }: ReindexFacts) {
  const words = RUNS_WORDS[lang];
  return (
    <section id="reindex" class="card" aria-labelledby="reindex-title">
      <h2 id="reindex-title">{words.reindexTitle}</h2>
      <p class="hint">{words.reindexLead}</p>
      {busy ? (
        <p class="hint">{words.busy}</p>
      ) : (
        <form method="post" action={addressOf(lang, '/desk/runs')} class="actions">
          <button class="primary" name="kind" value="reindex">
            {words.reindex}
          </button>
          {canRollBack && (
            <a class="plain" href={addressOf(lang, '/desk/runs/rollback')}>
              {words.rollback}
            </a>
          )}
        </form>
      )}
      {!canRollBack && <p class="hint">{words.noRollback}</p>}
    </section>
  );
}

function Filter({ lang, filter }: { readonly lang: Language; readonly filter: RunFilter }) {
  const words = RUNS_WORDS[lang];
  return (
    <form class="finder" method="get" action="/desk/runs">
      {lang !== 'az' && <input type="hidden" name={LANGUAGE_PARAMETER} value={lang} />}
      <div class="field">
        <label for="kind">{words.filter.kind}</label>
        <select id="kind" name="kind">
          <option value="">{words.filter.all}</option>
          {RUN_KINDS.map((kind) => (
            <option value={kind} selected={kind === filter.kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="status">{words.filter.status}</label>
        <select id="status" name="status">
          <option value="">{words.filter.all}</option>
          {RUN_STATUSES.map((status) => (
            <option value={status} selected={status === filter.status}>
              {words.statuses[status]}
            </option>
          ))}
        </select>
      </div>
      <button class="plain">{words.filter.submit}</button>
    </form>
  );
}

type HistoryFacts = Pick<Facts, 'runs' | 'now'> & { readonly lang: Language };

function History({ lang, runs, now }: HistoryFacts) {
  const { columns } = RUNS_WORDS[lang];
  const names = ['kind', 'status', 'who', 'when', 'count', 'took', 'failed'] as const;
  return (
    <table class="list">
      <thead>
        <tr>
          {names.map((name) => (
            <th scope="col">{columns[name]}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <HistoryRow lang={lang} run={run} now={now} />
        ))}
      </tbody>
    </table>
  );
}

interface RowFacts {
  readonly lang: Language;
  readonly run: Run;
  readonly now: number;
}

function HistoryRow({ lang, run, now }: RowFacts) {
  const words = RUNS_WORDS[lang];
  const { columns } = words;
  const { job, who } = run;
  const seconds = secondsOf(run, now);
  return (
    <tr>
      <th scope="row">
        <a class="title" href={addressOf(lang, runPath(run))}>
          {words.kinds[run.kind]}
        </a>
      </th>
      <td data-label={columns.status}>
        <RunState lang={lang} run={run} />
      </td>
      <td data-label={columns.who}>
        {who ? (
          <>
            {who.name} {who.name !== who.id && <code class="muted">{who.id}</code>}
          </>
        ) : (
          words.nobody
        )}
      </td>
      <td data-label={columns.when} class="nowrap">
        <time dateTime={job.enqueuedAt}>{sayInstant(job.enqueuedAt)}</time>
      </td>
      <td data-label={columns.count}>{sayResult(lang, job.result)}</td>
      <td data-label={columns.took} class="nowrap">
        {seconds !== undefined && sayDuration(lang, seconds)}
      </td>
      <td data-label={columns.failed} lang="en">
        {job.error?.message}
      </td>
    </tr>
  );
}
