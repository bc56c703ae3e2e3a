import { RUNS_WORDS } from '../words/desk-runs.data.js';
import { addressOf } from './address.js';
import { DeskPage } from './desk-page.js';
import type { Frame } from './frame.js';

/** Asks before the former index goes live. */
export function RollbackPage({ frame }: { readonly frame: Frame }) {
  const { lang } = frame;
  const words = RUNS_WORDS[lang];
  return (
    <DeskPage frame={frame} section="runs" title={words.rollbackTitle}>
      <h1>{words.rollbackTitle}</h1>
      <p>{words.rollbackWarning}</p>
      <form method="post" action={addressOf(lang, '/desk/runs')} class="actions">
        <button class="primary" name="kind" value="rollback">
          {words.rollbackConfirm}
        </button>
        <a class="plain" href={addressOf(lang, '/desk/runs')}>
          {words.rollbackKeep}
        </a>
      </form>
    </DeskPage>
  );
}
