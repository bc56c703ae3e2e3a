import type { SynonymGroup } from '../../../indexer/lexicon/lexicon.js';
import type { Language } from '../language.js';
import { WORDS_WORDS } from '../words/desk-words.data.js';

interface Facts {
  readonly lang: Language;
  readonly group: SynonymGroup;
}

/** A group to read. */
export function GroupText({ lang, group }: Facts) {
  const { modes, fields } = WORDS_WORDS[lang];
  const { head, members, mode, cased = [], everyday, note } = group;
  return (
    <>
      <p lang="">
        <strong>{head}</strong> {mode === 'oneway' ? '→' : '='} {members.join(', ')}
      </p>
      <p class="hint">
        {modes[mode]}
        {cased.length > 0 && ` · ${fields.cased}: ${cased.join(', ')}`}
        {everyday && ` · ${fields.everyday}`}
        {note !== undefined && ` · ${note}`}
      </p>
    </>
  );
}
