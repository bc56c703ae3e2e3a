import type { SourceStatus } from '../../sync/sync.js';
import type { Language } from '../language.js';
import { SOURCES_WORDS } from '../words/desk-sources.data.js';
import { addressOf } from './address.js';
import { DeskPage } from './desk-page.js';
import { sayInstant, sayNumber } from './format.js';
import type { Frame } from './frame.js';

interface Facts {
  readonly frame: Frame;
  /** Absent where the file of the sources cannot be used. */
  readonly sources?: readonly SourceStatus[];
  readonly note?: 'removed' | undefined;
}

/** The portals that are read, and how they are. */
export function SourcesPage({ frame, sources, note }: Facts) {
  const { lang } = frame;
  const words = SOURCES_WORDS[lang];
  const isRunning = sources?.some(({ running }) => running !== undefined) ?? false;
  return (
    <DeskPage
      frame={frame}
      section="sources"
      title={words.title}
      styles={['desk-words', 'desk-queries']}
      script="desk-renew"
    >
      <div class="page-head">
        <h1>{words.title}</h1>
        <a class="primary" href={addressOf(lang, '/desk/sources/new')}>
          {words.add}
        </a>
      </div>
      {note && (
        <p class="notice good" role="status" tabIndex={-1} data-focus>
          {words[note]}
        </p>
      )}
      <p class="hint">{words.lead}</p>
      {!sources && (
        <p class="notice bad" role="alert">
          {words.trouble}
        </p>
      )}
      {sources?.length === 0 && (
        <div class="nothing">
          <p>
            <strong>{words.none}</strong>
          </p>
          <p class="hint">{words.noneHint}</p>
        </div>
      )}
      {sources && sources.length > 0 && (
        <div id="sources" data-renew={isRunning ? '' : undefined}>
          <Sources lang={lang} sources={sources} />
        </div>
      )}
    </DeskPage>
  );
}

interface SourcesFacts {
  readonly lang: Language;
  readonly sources: readonly SourceStatus[];
}

function Sources({ lang, sources }: SourcesFacts) {
  const { columns } = SOURCES_WORDS[lang];
  return (
    <table class="list">
      <thead>
        <tr>
          <th scope="col">{columns.source}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col">{columns.last}</th>
          <th scope="col">{columns.next}</th>
          <th scope="col" class="number">
            {columns.articles}
          </th>
          <th scope="col" class="number">
            {columns.failed}
          </th>
        </tr>
      </thead>
      <tbody>
        {sources.map((status) => (
          <Row lang={lang} status={status} />
        ))}
      </tbody>
    </table>
  );
}

interface RowFacts {
  readonly lang: Language;
  readonly status: SourceStatus;
}

function Row({ lang, status }: RowFacts) {
  const { columns, kinds } = SOURCES_WORDS[lang];
  const { source, lastRun, nextRun, articles } = status;
  return (
    <tr>
      <th scope="row">
        <a class="title" href={addressOf(lang, `/desk/sources/${source.id}`)}>
          {source.name ?? source.id}
        </a>
        <span class="meta">{kinds[source.kind]}</span>
      </th>
      <td data-label={columns.state}>
        <SourceState lang={lang} status={status} />
      </td>
      <td data-label={columns.last}>{lastRun && sayInstant(lastRun.startedAt)}</td>
      <td data-label={columns.next}>{nextRun === undefined ? '' : sayInstant(nextRun)}</td>
      <td data-label={columns.articles} class="number">
        {sayNumber(lang, articles)}
      </td>
      <td data-label={columns.failed} class="number">
        {sayNumber(lang, lastRun?.failed ?? 0)}
      </td>
    </tr>
  );
}

/** How a source is, in a word and a colour. */
export function SourceState({ lang, status: { source, running, lastRun } }: RowFacts) {
  const { states } = SOURCES_WORDS[lang];
  if (running) return <span class="tag wary">{states.running}</span>;
  if (!source.enabled) return <span class="tag idle">{states.off}</span>;
  if (!lastRun) return <span class="tag idle">{states.never}</span>;
  const tone = { done: 'good', stopped: 'wary', failed: 'bad', busy: 'idle' }[lastRun.outcome];
  return <span class={`tag ${tone}`}>{states[lastRun.outcome]}</span>;
}
