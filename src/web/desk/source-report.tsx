import type { SourceReport } from '../../sync/report.js';
import type { Language } from '../language.js';
import { SOURCES_WORDS } from '../words/desk-sources.data.js';
import { sayDuration, sayInstant, sayNumber } from './format.js';

interface Facts {
  readonly lang: Language;
  readonly report: SourceReport;
}

const TONES = { done: 'good', stopped: 'wary', failed: 'bad', busy: 'idle' } as const;
const COUNTS = ['added', 'changed', 'removed', 'unchanged', 'failed'] as const;
const SHOWN = 20;

/** What one run of a source did, and why it did not do more. */
export function SourceReportText({ lang, report }: Facts) {
  const words = SOURCES_WORDS[lang];
  const { outcome, startedAt, milliseconds, failures, removalsRefused, wouldDo = [] } = report;
  return (
    <div class="parts">
      <p>
        <span class={`tag ${TONES[outcome]}`}>{words.states[outcome]}</span>{' '}
        <time dateTime={startedAt}>{sayInstant(startedAt)}</time>{' '}
        <span class="muted">{sayDuration(lang, milliseconds / 1000)}</span>
      </p>
      <p class="hint">
        {COUNTS.map((name) => `${sayNumber(lang, report[name])} ${words.counts[name]}`).join(' · ')}
      </p>
      {removalsRefused !== undefined && <p class="notice wary">{words.refused}</p>}
      {wouldDo.length > 0 && (
        <ul class="planned">
          {wouldDo.slice(0, SHOWN).map(({ what, id, title }) => (
            <li>
              <span class="tag idle">{words.planned[what]}</span> {title || id}
            </li>
          ))}
        </ul>
      )}
      {failures.length > 0 && (
        <details open={outcome === 'failed'}>
          <summary>{words.failures}</summary>
          <ul class="failures">
            {failures.slice(0, SHOWN).map(({ address, reason }) => (
              <li>
                <code>{address}</code> <span lang="en">{reason}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
