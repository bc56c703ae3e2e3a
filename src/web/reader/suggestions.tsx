import type { Language } from '../language.js';
import { SUGGEST_WORDS } from '../words/suggest.data.js';

/** Where the script proposes searches; it copies the row and takes the words from here. */
export function Suggestions({ hl }: { readonly hl: Language }) {
  const { suggestions, recent, forget, kinds } = SUGGEST_WORDS[hl];
  return (
    <>
      <ul
        id="suggestions"
        class="suggestions"
        role="listbox"
        aria-label={suggestions}
        data-recent={recent}
        data-forget={forget}
        data-author={kinds.author}
        data-topic={kinds.topic}
        data-title={kinds.title}
        hidden
      />
      <template id="suggestion">
        <li role="option" aria-selected="false">
          <span class="what" />
          <span class="kind" />
        </li>
      </template>
    </>
  );
}
