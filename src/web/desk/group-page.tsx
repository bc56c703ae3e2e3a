import type { WordGroup } from '../../words/groups.js';
import type { Language } from '../language.js';
import { PREVIEW_WORDS } from '../words/desk-preview.data.js';
import { WORDS_WORDS } from '../words/desk-words.data.js';
import { addressOf, groupAddress } from './address.js';
import { DeskPage } from './desk-page.js';
import { ErrorSummary, Field, type FieldError } from './field.js';
import { sayNumber } from './format.js';
import type { Frame } from './frame.js';
import type { SaidFinding } from './group-findings.js';
import { GroupFields } from './group-form.js';
import { GroupSave } from './group-save.js';
import { GroupText } from './group-text.js';
import type { GroupValues } from './group-values.js';
import { WordPreview, type Tried } from './word-preview.js';

/** What has just been done: the number of the version that it made. */
export interface GroupNote {
  readonly became: 'saved' | 'unchanged';
  readonly version: number;
}

export interface GroupFacts {
  readonly frame: Frame;
  readonly values: GroupValues;
  /** Tag of the group as it was opened; empty for a new one. */
  readonly opened: string;
  /** The group as it is now; absent for a new one and for one that is gone. */
  readonly known?: WordGroup | undefined;
  /** The query to try a change with. */
  readonly q: string;
  readonly why?: string;
  readonly errors?: readonly FieldError[];
  readonly findings?: readonly SaidFinding[];
  /** Names the warnings that the editor has seen. */
  readonly accepted?: string;
  readonly tried?: Tried | undefined;
  readonly note?: GroupNote | undefined;
  /** Somebody has changed or removed the group meanwhile. */
  readonly conflict?: boolean;
}

/** A group of words, open to be edited and tried. */
export function GroupPage(facts: GroupFacts) {
  const { frame, values, known, errors = [], note, conflict = false } = facts;
  const { lang } = frame;
  const words = WORDS_WORDS[lang];
  const isNew = values.id === '';
  const title = isNew ? words.titleNew : (known?.group.head ?? values.head);
  return (
    <DeskPage
      frame={frame}
      section="words"
      title={title}
      styles={['desk-words']}
      script="desk-words"
    >
      <p class="crumbs">
        <a href={addressOf(lang, '/desk/words')}>{words.back}</a>
      </p>
      <div class="page-head">
        <h1 lang="">{title}</h1>
        {known && (
          <p class="muted">
            {words.origins[known.origin]} {known.file} <code>{values.id}</code>
          </p>
        )}
      </div>
      {note && <Done lang={lang} note={note} head={values.head} />}
      {conflict && <Conflict lang={lang} known={known} />}
      <ErrorSummary lang={lang} errors={errors} />
      {isNew && <Existing lang={lang} values={values} />}
      <GroupForm {...facts} />
      {known?.shipped && (
        <section class="card" aria-labelledby="shipped">
          <h2 id="shipped">{words.asShipped}</h2>
          <GroupText lang={lang} group={known.shipped} />
        </section>
      )}
    </DeskPage>
  );
}

function GroupForm(facts: GroupFacts) {
  const { frame, values, opened, known, q, why = '', errors = [] } = facts;
  const { lang } = frame;
  const { fields, hints } = WORDS_WORDS[lang];
  const preview = PREVIEW_WORDS[lang];
  const action =
    values.id === '' ? addressOf(lang, '/desk/words/new') : groupAddress(lang, values.id);
  const trying = addressOf(lang, '/desk/words/try');
  return (
    <form method="post" action={action} class="group" data-guarded data-try={trying} noValidate>
      <input type="hidden" name="id" value={values.id} />
      <input type="hidden" name="opened" value={opened} />
      <div class="group-columns">
        <GroupFields lang={lang} values={values} errors={errors} />
        <section class="card group-try" aria-labelledby="trying">
          <h2 id="trying">
            {preview.title} <span class="hint">{preview.hint}</span>
          </h2>
          <div class="finder">
            <div class="field grow">
              <label for="q">{fields.q}</label>
              <input id="q" name="q" type="search" value={q} maxLength={512} lang="" />
            </div>
            <button class="plain" formAction={trying} formNoValidate>
              {preview.try}
            </button>
          </div>
          <WordPreview lang={lang} tried={facts.tried} />
        </section>
      </div>
      <Field name="why" label={fields.why} hint={hints.why} errors={errors}>
        {(ties) => <input {...ties} type="text" value={why} autocomplete="off" />}
      </Field>
      <GroupSave
        lang={lang}
        findings={facts.findings ?? []}
        accepted={facts.accepted ?? ''}
        origin={known?.origin}
      />
    </form>
  );
}

interface DoneFacts {
  readonly lang: Language;
  readonly note: GroupNote;
  readonly head: string;
}

function Done({ lang, note: { became, version }, head }: DoneFacts) {
  const words = WORDS_WORDS[lang];
  return (
    <div class="notice good" role="status" tabIndex={-1} data-focus>
      <p>{became === 'saved' ? words.saved(sayNumber(lang, version)) : words.unchanged}</p>
      {became === 'saved' && (
        <form method="post" action={addressOf(lang, '/desk/words/history')} class="actions">
          <input type="hidden" name="number" value={version} />
          <button class="plain" name="intent" value="undo">
            {words.undoThis}
          </button>
          <a href={addressOf(lang, '/', { q: head })}>{words.search}</a>
        </form>
      )}
    </div>
  );
}

interface ConflictFacts {
  readonly lang: Language;
  readonly known?: WordGroup | undefined;
}

function Conflict({ lang, known }: ConflictFacts) {
  const words = WORDS_WORDS[lang];
  return (
    <section class="notice wary" role="alert" tabIndex={-1} data-focus>
      <p>{known ? words.conflict : words.gone}</p>
      {known && (
        <>
          <h2>{words.theirs}</h2>
          <GroupText lang={lang} group={known.group} />
        </>
      )}
    </section>
  );
}

function Existing({ lang, values }: { readonly lang: Language; readonly values: GroupValues }) {
  const words = WORDS_WORDS[lang];
  const [phrase = values.head] = values.members.split('\n');
  return (
    <p class="hint">
      {words.orExisting}{' '}
      <a href={addressOf(lang, '/desk/words', { phrase })}>{words.findExisting}</a>
    </p>
  );
}
