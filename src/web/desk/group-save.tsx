import type { WordGroup } from '../../words/groups.js';
import type { Language } from '../language.js';
import { WORDS_WORDS } from '../words/desk-words.data.js';
import { groupAddress } from './address.js';
import type { SaidFinding } from './group-findings.js';

interface Facts {
  readonly lang: Language;
  readonly findings: readonly SaidFinding[];
  /** Names the warnings that are shown, so that they are shown but once. */
  readonly accepted: string;
  readonly origin?: WordGroup['origin'] | undefined;
}

/** What the checks say of the change, and the ways to go on. */
export function GroupSave({ lang, findings, accepted, origin }: Facts) {
  const words = WORDS_WORDS[lang];
  const refused = findings.some(({ severity }) => severity === 'error');
  const warned = findings.length > 0 && !refused;
  return (
    <div id="word-save" class="group-save">
      <Findings lang={lang} findings={findings} />
      <input type="hidden" name="accepted" value={accepted} />
      <p class="actions">
        <button class="primary" id="save">
          {warned ? words.saveAnyway : words.save}
        </button>
        {origin === 'changed' && (
          <button class="plain" id="unset" name="intent" value="unset">
            {words.unset}
          </button>
        )}
        {origin === 'added' && (
          <button class="plain danger" id="unset" name="intent" value="unset">
            {words.drop}
          </button>
        )}
      </p>
    </div>
  );
}

function Findings({ lang, findings }: Pick<Facts, 'lang' | 'findings'>) {
  if (findings.length === 0) return null;
  const words = WORDS_WORDS[lang];
  const refused = findings.some(({ severity }) => severity === 'error');
  return (
    <section class={`notice ${refused ? 'bad' : 'wary'}`} aria-labelledby="findings">
      <h2 id="findings">{words.warnings}</h2>
      {!refused && <p>{words.warningsHint}</p>}
      <ul>
        {findings.map(({ field, message, others, exactly }) => (
          <li>
            <a href={`#${field}`}>{message}</a>
            {others.map(({ id, head }) => (
              <>
                {' '}
                <a href={groupAddress(lang, id)} lang="">
                  {head} ↗
                </a>
              </>
            ))}
            <details>
              <summary>{words.exactly}</summary>
              <p lang="en">{exactly}</p>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
