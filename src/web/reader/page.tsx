import { Document } from '../document.js';
import { PAGE_WORDS } from '../words/page.data.js';
import { addressOf, asksForNothing, withoutFilters } from './address.js';
import { Chips } from './chips.js';
import { Filters, FiltersButton } from './filters.js';
import { HitItem } from './hits.js';
import { Intro } from './intro.js';
import { Masthead, otherOf } from './masthead.js';
import { Pager } from './pager.js';
import { Nothing, OfflineNotice, Reading } from './states.js';
import { SortBox, Status } from './toolbar.js';
import type { View } from './view.js';

const STYLES = ['masthead', 'filters', 'histogram', 'suggestions', 'results', 'notices', 'links'];
const SCRIPTS = [
  'page',
  'asked',
  'authors',
  'bars',
  'combobox',
  'find',
  'json',
  'navigate',
  'options',
  'panel',
  'reasons',
  'recent',
  'regions',
  'settle',
  'told',
];

/** The search page: what was asked, what was found, and how it can be narrowed. */
export function SearchPage({ view }: { readonly view: View }) {
  const { asked } = view;
  const { q, hl } = asked;
  const words = PAGE_WORDS[hl];
  const home = addressOf({ ...withoutFilters(asked), q: '', sort: 'relevance' });
  const title = q.trim() === '' ? words.title : `${q.trim()} · Axtar`;
  return (
    <Document
      lang={hl}
      title={title}
      styles={STYLES}
      scripts={SCRIPTS}
      hidden={!asksForNothing(asked)}
    >
      <a class="skip" href="#results">
        {words.skip}
      </a>
      <Masthead
        hl={hl}
        q={q}
        heading
        home={home}
        otherLanguage={addressOf({ ...asked, hl: otherOf(hl) })}
      />
      <main id="main">
        <Intro asked={asked} />
        <div class="toolbar">
          <Status view={view} />
          <FiltersButton view={view} />
          <SortBox asked={asked} />
        </div>
        <Filters view={view} />
        <Chips view={view} />
        <Results view={view} />
        <Pager asked={asked} totalPages={view.answer.totalPages} />
      </main>
      <OfflineNotice hl={hl} />
    </Document>
  );
}

/** The list, or what stands in its place; complete by itself. */
function Results({ view }: { readonly view: View }) {
  const { asked, answer } = view;
  return (
    <section
      id="results"
      data-region="results"
      tabindex={-1}
      aria-label={PAGE_WORDS[asked.hl].results}
      data-total={answer.totalHits}
    >
      <Reading view={view} />
      {answer.hits.map((hit) => (
        <HitItem hit={hit} asked={asked} />
      ))}
      {answer.hits.length === 0 && <Nothing view={view} />}
    </section>
  );
}
