import type { Language } from '../language.js';
import { DESK_WORDS } from '../words/desk.data.js';
import { sayInstant, sayNumber } from './format.js';
import type { IndexState } from './frame.js';

interface Facts {
  readonly lang: Language;
  readonly index: IndexState;
}

/** The state of the index beside the navigation; the script of the desk keeps it fresh. */
export function IndexNote({ lang, index }: Facts) {
  const words = DESK_WORDS[lang];
  const { documents, updatedAt } = index;
  return (
    <section id="index-note" class="desk-index" aria-label={words.state}>
      <dl>
        {documents !== undefined && (
          <div>
            <dt>{words.documents}</dt>
            <dd>{sayNumber(lang, documents)}</dd>
          </div>
        )}
        {documents !== undefined && (
          <div>
            <dt>{words.changed}</dt>
            <dd>
              {updatedAt === undefined ? (
                words.never
              ) : (
                <time dateTime={updatedAt}>{sayInstant(updatedAt)}</time>
              )}
            </dd>
          </div>
        )}
        <div>
          <dt>{words.engine}</dt>
          <dd class={`state ${toneOf(index)}`}>{sayEngine(lang, index)}</dd>
        </div>
      </dl>
    </section>
  );
}

const toneOf = ({ engine, ready }: IndexState): string =>
  engine === 'failed' ? 'bad' : ready ? 'good' : 'wary';

function sayEngine(lang: Language, { engine, ready }: IndexState): string {
  const words = DESK_WORDS[lang];
  if (engine === 'failed') return words.engineFailed;
  return ready ? words.engineOk : words.partsFailed;
}
