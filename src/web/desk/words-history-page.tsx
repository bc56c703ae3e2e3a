import type { WordsVersion } from '../../words/record.js';
import type { Language } from '../language.js';
import { WORDS_HISTORY_WORDS } from '../words/desk-words-history.data.js';
import { WORDS_WORDS } from '../words/desk-words.data.js';
import { addressOf, groupAddress } from './address.js';
import { DeskPage } from './desk-page.js';
import { sayInstant, sayNumber } from './format.js';
import type { Frame } from './frame.js';
import { Pages } from './pages.js';
import type { ShownEdit } from './version-edits.js';

/** A version with what is to be shown of it. */
export interface ShownVersion extends Omit<WordsVersion, 'edits'> {
  /** What the key of whoever saved it is called. */
  readonly who?: string | undefined;
  readonly edits: readonly ShownEdit[];
}

/** What an undo has become: `by` is the version that stands in its way, or that it has made. */
export type UndoNote =
  | { readonly became: 'undone'; readonly by: number }
  | { readonly became: 'later'; readonly number: number; readonly by: number }
  | { readonly became: 'unchanged' | 'gone' }
  | { readonly became: 'refused'; readonly reasons: readonly string[] };

interface Facts {
  readonly frame: Frame;
  /** Newest first: those of this page. */
  readonly versions: readonly ShownVersion[];
  readonly newest: number;
  readonly page: number;
  readonly pages: number;
  readonly note?: UndoNote | undefined;
}

/** Who changed which words when, and the way back. */
export function WordsHistoryPage({ frame, versions, newest, page, pages, note }: Facts) {
  const { lang } = frame;
  const words = WORDS_HISTORY_WORDS[lang];
  const to = (other: number) => addressOf(lang, '/desk/words/history', { page: other });
  return (
    <DeskPage frame={frame} section="words" title={words.title} styles={['desk-words']}>
      <p class="crumbs">
        <a href={addressOf(lang, '/desk/words')}>{WORDS_WORDS[lang].back}</a>
      </p>
      <h1>{words.title}</h1>
      {note && <Done lang={lang} note={note} />}
      <p class="hint">{versions.length === 0 ? words.none : words.lead}</p>
      <ol class="versions-list">
        {versions.map((version) => (
          <Version lang={lang} version={version} isNewest={version.number === newest} />
        ))}
      </ol>
      <Pages lang={lang} page={page} pages={pages} to={to} />
    </DeskPage>
  );
}

function Done({ lang, note }: { readonly lang: Language; readonly note: UndoNote }) {
  const good = note.became === 'undone' || note.became === 'unchanged';
  return (
    <div class={`notice ${good ? 'good' : 'wary'}`} role="status" tabIndex={-1} data-focus>
      <p>{sayNote(lang, note)}</p>
      {note.became === 'refused' && (
        <ul>
          {note.reasons.map((reason) => (
            <li>{reason}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function sayNote(lang: Language, note: UndoNote): string {
  const words = WORDS_HISTORY_WORDS[lang];
  if (note.became === 'undone') return words.undone(sayNumber(lang, note.by));
  if (note.became !== 'later') return words[note.became];
  return words.later(sayNumber(lang, note.number), sayNumber(lang, note.by));
}

interface VersionFacts {
  readonly lang: Language;
  readonly version: ShownVersion;
  readonly isNewest: boolean;
}

function Version({ lang, version, isNewest }: VersionFacts) {
  const words = WORDS_HISTORY_WORDS[lang];
  const { number, at, who = words.unknown, note, restores, edits } = version;
  const said = sayNumber(lang, number);
  return (
    <li class="card" id={`v${number}`}>
      <h2>{words.version(said)}</h2>
      <p class="meta">
        <time dateTime={at}>{sayInstant(at)}</time> · {who}
        {restores !== undefined &&
          ` · ${restores === 0 ? words.restoresShipped : words.restores(sayNumber(lang, restores))}`}
      </p>
      {note !== undefined && <blockquote>{note}</blockquote>}
      <ul>
        {edits.map((edit) => (
          <EditText lang={lang} edit={edit} />
        ))}
      </ul>
      <form method="post" action={addressOf(lang, '/desk/words/history')} class="actions">
        <input type="hidden" name="number" value={number} />
        <button class="plain" name="intent" value="undo" aria-label={words.undoOf(said)}>
          {words.undo}
        </button>
        {!isNewest && (
          <button class="plain" name="intent" value="restore" aria-label={words.restoreOf(said)}>
            {words.restore}
          </button>
        )}
      </form>
    </li>
  );
}

function EditText({ lang, edit }: { readonly lang: Language; readonly edit: ShownEdit }) {
  const words = WORDS_HISTORY_WORDS[lang];
  const { modes } = WORDS_WORDS[lang];
  const { id, head, became, plus, minus } = edit;
  return (
    <li>
      <a href={groupAddress(lang, id)} lang="">
        {head}
      </a>{' '}
      <span class="tag idle">{words[became]}</span>
      {plus.length > 0 && (
        <p>
          {words.plus}: <ins lang="">{plus.join(', ')}</ins>
        </p>
      )}
      {minus.length > 0 && (
        <p>
          {words.minus}: <del lang="">{minus.join(', ')}</del>
        </p>
      )}
      {edit.heads && (
        <p>
          {words.head}: {edit.heads.join(' → ')}
        </p>
      )}
      {edit.modes && (
        <p>
          {words.mode}: {edit.modes.map((mode) => modes[mode]).join(' → ')}
        </p>
      )}
      {edit.other && <p class="hint">{words.other}</p>}
    </li>
  );
}
