import type { ComponentChildren } from 'preact';
import type { Language } from '../language.js';
import { PAGE_WORDS } from '../words/page.data.js';
import { addressOf, changed, countFilters, withoutFilters } from './address.js';
import type { View } from './view.js';

interface StateFacts {
  readonly view: View;
}

/** Says what was read otherwise than it was typed; what is but proposed is a link. */
export function Reading({ view: { asked, answer } }: StateFacts) {
  const { layout, corrected } = answer.query;
  const words = PAGE_WORDS[asked.hl];
  if (layout)
    return (
      <p id="layout-note" class="notice">
        {words.layout(asked.q.trim(), layout.text)}
      </p>
    );
  if (!corrected || corrected.words.every(({ by }) => by === 'keyboard')) return null;
  const { text, searched } = corrected;
  return (
    <p id="corrected-note" class="notice">
      {searched ? (
        words.readAs(text)
      ) : (
        <>
          {words.didYouMean} <a href={addressOf(changed(asked, { q: text }))}>{text}</a>
        </>
      )}
    </p>
  );
}

/** What stands in place of a list that is empty, with ways out of it. */
export function Nothing({ view: { asked, answer } }: StateFacts) {
  const words = PAGE_WORDS[asked.hl];
  if (answer.totalHits > 0)
    return (
      <Notice heading={words.noPage}>
        <a href={addressOf(changed(asked, {}))}>{words.firstPage}</a>
      </Notice>
    );
  const q = asked.q.trim();
  const isFiltered = countFilters(asked) > 0;
  if (q === '' && !isFiltered)
    return <Notice heading={words.emptyIndex}>{words.emptyIndexHint}</Notice>;
  return (
    <Notice heading={q === '' ? words.noneFiltered : words.none(q)}>
      {q !== '' && words.noneHint}
      {isFiltered && <a href={addressOf(withoutFilters(asked))}>{words.everywhere}</a>}
      <a href={addressOf(changed(withoutFilters(asked), { q: '' }))}>{words.newestInstead}</a>
    </Notice>
  );
}

interface NoticeFacts {
  readonly heading: string;
  readonly children: ComponentChildren;
}

/** A heading with a line for each of its children; absent ones are left out. */
export const Notice = ({ heading, children }: NoticeFacts) => (
  <div class="nothing">
    <h2>{heading}</h2>
    {[children].flat().map((line) => line && <p>{line}</p>)}
  </div>
);

/** What the script shows while the service cannot be reached. */
export function OfflineNotice({ hl }: { readonly hl: Language }) {
  const words = PAGE_WORDS[hl];
  return (
    <template id="offline">
      <div class="trouble" role="alert">
        <h2>{words.offlineTitle}</h2>
        <p>{words.offline}</p>
        <button type="button" class="quiet">
          {words.retry}
        </button>
      </div>
    </template>
  );
}
