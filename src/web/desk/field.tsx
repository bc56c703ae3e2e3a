import type { ComponentChildren } from 'preact';
import type { Language } from '../language.js';
import { DESK_WORDS } from '../words/desk.data.js';

/** What is wrong with a field of a form, in words. */
export interface FieldError {
  /** Name of the field; its id in the page is the same. */
  readonly field: string;
  readonly message: string;
}

interface FieldFacts {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly errors?: readonly FieldError[];
  readonly wide?: boolean;
  /** Makes the control: give it the attributes that tie it to label, hint and error. */
  readonly children: (ties: FieldTies) => ComponentChildren;
}

export interface FieldTies {
  readonly id: string;
  readonly name: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: 'true';
}

/** A field with its label, its hint and what is wrong with it. */
export function Field({ name, label, hint, errors = [], wide, children }: FieldFacts) {
  const wrong = errors.filter(({ field }) => field === name);
  const described = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(wrong.length === 0 ? [] : [`${name}-error`]),
  ].join(' ');
  const ties: FieldTies = {
    id: name,
    name,
    ...(described === '' ? {} : { 'aria-describedby': described }),
    ...(wrong.length === 0 ? {} : { 'aria-invalid': 'true' }),
  };
  return (
    <div class={`field${wide ? ' wide' : ''}`}>
      <label for={name}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {wrong.length > 0 && (
        <p class="error" id={`${name}-error`}>
          {wrong.map(({ message }) => message).join(' ')}
        </p>
      )}
      {children(ties)}
    </div>
  );
}

interface SummaryFacts {
  readonly lang: Language;
  readonly errors: readonly FieldError[];
}

/** Everything that is wrong with a form, each a link to its field; the focus goes here first. */
export function ErrorSummary({ lang, errors }: SummaryFacts) {
  if (errors.length === 0) return null;
  return (
    <section class="notice bad" aria-labelledby="errors" tabIndex={-1} data-focus>
      <h2 id="errors">{DESK_WORDS[lang].errors}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
