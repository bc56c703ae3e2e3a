import type { SynonymGroup } from '../../../indexer/lexicon/lexicon.js';
import type { Language } from '../language.js';
import { WORDS_WORDS } from '../words/desk-words.data.js';
import { Field, type FieldError } from './field.js';
import type { GroupValues } from './group-values.js';

interface Facts {
  readonly lang: Language;
  readonly values: GroupValues;
  readonly errors: readonly FieldError[];
}

const MODES = ['mutual', 'oneway', 'off'] as const satisfies readonly SynonymGroup['mode'][];
const FEWEST_ROWS = 4;
const MOST_ROWS = 14;

/** Every field of a group. */
export function GroupFields({ lang, values, errors }: Facts) {
  const { fields, hints } = WORDS_WORDS[lang];
  return (
    <div class="group-fields">
      <Field name="head" label={fields.head} errors={errors}>
        {(ties) => (
          <input {...ties} type="text" value={values.head} required autocomplete="off" lang="" />
        )}
      </Field>
      <Field name="members" label={fields.members} hint={hints.members} errors={errors}>
        {(ties) => (
          <textarea {...ties} rows={rowsOf(values.members)} value={values.members} lang="" />
        )}
      </Field>
      <Modes lang={lang} values={values} errors={errors} />
      <Field name="cased" label={fields.cased} hint={hints.cased} errors={errors}>
        {(ties) => <textarea {...ties} rows={2} value={values.cased} lang="" />}
      </Field>
      <p class="check">
        <label>
          <input type="checkbox" name="everyday" value="1" checked={values.everyday} />
          <span>{fields.everyday}</span>
        </label>
      </p>
      <Field name="note" label={fields.note} hint={hints.note} errors={errors}>
        {(ties) => <textarea {...ties} rows={2} value={values.note} />}
      </Field>
    </div>
  );
}

/** Room for what is there and for one more line. */
const rowsOf = (text: string): number =>
  Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, text.split('\n').length + 1));

function Modes({ lang, values, errors }: Facts) {
  const { fields, modes, modeHints } = WORDS_WORDS[lang];
  const wrong = errors.filter(({ field }) => field === 'mode');
  return (
    <fieldset
      class="field modes"
      id="mode"
      tabIndex={-1}
      aria-describedby={wrong.length === 0 ? undefined : 'mode-error'}
    >
      <legend>{fields.mode}</legend>
      {wrong.length > 0 && (
        <p class="error" id="mode-error">
          {wrong.map(({ message }) => message).join(' ')}
        </p>
      )}
      {MODES.map((mode) => (
        <label>
          <input type="radio" name="mode" value={mode} checked={values.mode === mode} />
          <span>
            {modes[mode]} <span class="hint">{modeHints[mode]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
