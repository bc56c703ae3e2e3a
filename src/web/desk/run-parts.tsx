import type { Language } from '../language.js';
import { RUNS_WORDS } from '../words/desk-runs.data.js';
import { addressOf } from './address.js';
import { isOver, phaseOf, sayProgress, sayResult, toneOf, type Run } from './run.js';

interface RunFacts {
  readonly lang: Language;
  readonly run: Run;
}

/** The state of a run, in a word and a colour. */
export const RunState = ({ lang, run }: RunFacts) => (
  <span class={`tag ${toneOf(run)}`}>{RUNS_WORDS[lang].statuses[run.job.status]}</span>
);

export const runPath = ({ job }: Run): string => `/desk/runs/${encodeURIComponent(job.id)}`;

interface ProgressFacts extends RunFacts {
  /** Somebody has asked to stop it. */
  readonly canceling?: boolean;
}

/** How far a run has come; the script of the page keeps it fresh by the events of the run. */
export function RunProgress({ lang, run, canceling = false }: ProgressFacts) {
  const words = RUNS_WORDS[lang];
  const { progress, error, result, status } = run.job;
  const over = isOver(run);
  return (
    <div class="progress" data-status={status}>
      <p>
        <RunState lang={lang} run={run} />{' '}
        <span class="said">{over ? sayResult(lang, result) : words.phases[phaseOf(run)]}</span>
      </p>
      {!over && (
        <progress
          aria-label={words.progress}
          max={progress.total ?? 1}
          {...(progress.total === undefined ? {} : { value: progress.done })}
        />
      )}
      {!over && <p class="figures">{sayProgress(lang, run)}</p>}
      {error && (
        <p class="notice bad" lang="en">
          {error.line !== undefined && `${error.line}: `}
          {error.message}
        </p>
      )}
      {canceling && !over && <p class="hint">{words.canceling}</p>}
      {!over && !canceling && (
        <form method="post" action={addressOf(lang, `${runPath(run)}/cancel`)}>
          <button id="cancel" class="plain danger">
            {words.cancel}
          </button>
        </form>
      )}
    </div>
  );
}
