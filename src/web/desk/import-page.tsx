import type { Language } from '../language.js';
import { IMPORT_WORDS } from '../words/desk-import.data.js';
import { addressOf } from './address.js';
import { DeskPage } from './desk-page.js';
import { sayBytes } from './format.js';
import type { Frame } from './frame.js';

interface Facts {
  readonly frame: Frame;
  /** Bytes of an upload. */
  readonly most: number;
}

const NDJSON =
  '{"id":"77","title":"Yeni park","body":"Bakıda park salınıb.","date":"2025-10-23","topics":["ekologiya"]}';
const CSV =
  'id;title;body;date;topics\n77;Yeni park;Bakıda park salınıb.;23.10.2025;ekologiya|cemiyyet';

/** Many articles at once, out of a file. */
export function ImportPage({ frame, most }: Facts) {
  const { lang } = frame;
  const words = IMPORT_WORDS[lang];
  return (
    <DeskPage
      frame={frame}
      section="import"
      title={words.title}
      script="desk-import"
      styles={['desk-runs', 'desk-new']}
    >
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <noscript>
        <p class="notice wary">{words.noScript}</p>
      </noscript>
      <Drop lang={lang} most={most} />
      <section class="card" aria-labelledby="formats">
        <h2 id="formats">{words.formats}</h2>
        <p>{words.ndjson}:</p>
        <pre tabIndex={0}>{NDJSON}</pre>
        <p>{words.csv}:</p>
        <pre tabIndex={0}>{CSV}</pre>
        <p class="hint">{words.fields}</p>
      </section>
      <p>
        <a href={addressOf(lang, '/desk/runs', { kind: 'documents.add' })}>{words.earlier}</a>
      </p>
    </DeskPage>
  );
}

interface DropFacts {
  readonly lang: Language;
  readonly most: number;
}

function Drop({ lang, most }: DropFacts) {
  const words = IMPORT_WORDS[lang];
  return (
    <form
      id="upload"
      class="card drop scripted"
      action={addressOf(lang, '/desk/import')}
      data-most={most}
      data-wrong-kind={words.wrongKind}
      data-empty={words.empty}
      data-too-large={words.tooLarge}
      data-failed={words.failed}
      data-ended={words.ended}
      data-sending={words.sending}
    >
      <div class="field">
        <label for="file">{words.drop}</label>
        <p class="hint" id="file-hint">
          {words.hint(sayBytes(lang, most))}
        </p>
        <input
          id="file"
          type="file"
          accept=".ndjson,.jsonl,.csv,.json"
          aria-describedby="file-hint file-note"
        />
      </div>
      <p id="file-note" role="status" />
      <progress id="sent" max={1} value={0} aria-label={words.sending} hidden />
      <p class="actions">
        <button class="primary">{words.send}</button>
      </p>
    </form>
  );
}
