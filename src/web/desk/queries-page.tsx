import {
  LIST_KINDS,
  type DayCount,
  type ListKind,
  type QueryCount,
} from '../../query-log/counts.js';
import type { Language } from '../language.js';
import { QUERIES_WORDS } from '../words/desk-queries.data.js';
import { addressOf } from './address.js';
import { DaysChart } from './days-chart.js';
import { DeskPage } from './desk-page.js';
import { sayNumber } from './format.js';
import type { Frame } from './frame.js';

export const PERIODS = [7, 30, 90] as const;

/** What is looked at: which list, of how many days; the days of one query or of all. */
export interface WantedQueries {
  readonly list: ListKind;
  readonly days: (typeof PERIODS)[number];
  readonly q: string;
}

interface Facts {
  readonly frame: Frame;
  readonly wanted: WantedQueries;
  /** Whether searches are counted now. */
  readonly isOn: boolean;
  readonly queries: readonly QueryCount[];
  /** Whether the list goes on. */
  readonly more: boolean;
  readonly days: readonly DayCount[];
}

/** What people look for: by day, and which queries. */
export function QueriesPage({ frame, wanted, isOn, queries, more, days }: Facts) {
  const { lang } = frame;
  const words = QUERIES_WORDS[lang];
  const { list } = wanted;
  return (
    <DeskPage
      frame={frame}
      section="queries"
      title={words.title}
      styles={['desk-words', 'desk-queries']}
    >
      <div class="page-head">
        <h1>{words.title}</h1>
        <Periods lang={lang} wanted={wanted} />
      </div>
      {!isOn && (
        <div class="notice wary">
          <p>
            <strong>{words.off}</strong>
          </p>
          <p>{words.offHint}</p>
        </div>
      )}
      <Days lang={lang} wanted={wanted} days={days} />
      <nav class="tabs" aria-label={words.query}>
        {LIST_KINDS.map((kind) => (
          <a
            href={to(lang, wanted, { list: kind })}
            aria-current={kind === list ? 'page' : undefined}
          >
            {words.lists[kind]}
          </a>
        ))}
      </nav>
      <section aria-labelledby="list">
        <div class="page-head">
          <h2 id="list">{words.lists[list]}</h2>
          <a
            class="plain"
            href={addressOf(lang, '/desk/queries.csv', { list, days: wanted.days })}
            aria-label={words.downloadOf(words.lists[list])}
            download
          >
            {words.download}
          </a>
        </div>
        <p class="hint">{words.listHints[list]}</p>
        {queries.length === 0 ? (
          <Nothing lang={lang} list={list} />
        ) : (
          <Queries lang={lang} wanted={wanted} queries={queries} />
        )}
        {more && <p class="hint">{words.more}</p>}
      </section>
      <Kept lang={lang} />
    </DeskPage>
  );
}

/** Another view of the same page; what is the default is left out. */
const to = (lang: Language, wanted: WantedQueries, change: Partial<WantedQueries>): string => {
  const { list, days, q } = { ...wanted, ...change };
  return addressOf(lang, '/desk/queries', {
    ...(list === 'top' ? {} : { list }),
    ...(days === 30 ? {} : { days }),
    q,
  });
};

interface PartFacts {
  readonly lang: Language;
  readonly wanted: WantedQueries;
}

function Periods({ lang, wanted }: PartFacts) {
  const words = QUERIES_WORDS[lang];
  return (
    <nav class="tabs" aria-label={words.period}>
      {PERIODS.map((days) => (
        <a
          href={to(lang, wanted, { days })}
          aria-current={days === wanted.days ? 'page' : undefined}
        >
          {words.days(String(days))}
        </a>
      ))}
    </nav>
  );
}

function Days({ lang, wanted, days }: PartFacts & { readonly days: readonly DayCount[] }) {
  const words = QUERIES_WORDS[lang];
  const { q } = wanted;
  return (
    <section class="card" aria-labelledby="chart">
      <div class="page-head">
        <h2 id="chart">{q === '' ? words.chart : words.chartOf(q)}</h2>
        {q === '' ? (
          <a
            class="plain"
            href={addressOf(lang, '/desk/queries.csv', { list: 'days', days: wanted.days })}
            aria-label={words.downloadDays}
            download
          >
            {words.download}
          </a>
        ) : (
          <a class="plain" href={to(lang, wanted, { q: '' })}>
            {words.all}
          </a>
        )}
      </div>
      <DaysChart lang={lang} days={days} />
    </section>
  );
}

function Nothing({ lang, list }: { readonly lang: Language; readonly list: ListKind }) {
  const words = QUERIES_WORDS[lang];
  return (
    <div class="nothing">
      <p>
        <strong>{words.nothing[list]}</strong>
      </p>
      <p class="hint">{words.nothingHint}</p>
    </div>
  );
}

const FIGURES = ['searches', 'withoutResults', 'opened'] as const;

function Queries({ lang, wanted, queries }: PartFacts & Pick<Facts, 'queries'>) {
  const words = QUERIES_WORDS[lang];
  return (
    <table class="list">
      <thead>
        <tr>
          <th scope="col">{words.query}</th>
          {FIGURES.map((name) => (
            <th scope="col" class="number">
              {words.figures[name]}
            </th>
          ))}
          <th scope="col">{words.actions}</th>
        </tr>
      </thead>
      <tbody>
        {queries.map((counts) => (
          <tr>
            <th scope="row">
              <strong lang="">{counts.query}</strong>
            </th>
            {FIGURES.map((name) => (
              <td data-label={words.figures[name]} class="number">
                {sayNumber(lang, counts[name])}
              </td>
            ))}
            <td data-label={words.actions}>
              <Actions lang={lang} wanted={wanted} query={counts.query} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Actions({ lang, wanted, query }: PartFacts & { readonly query: string }) {
  const words = QUERIES_WORDS[lang];
  return (
    <span class="links">
      {wanted.list !== 'top' && (
        <a
          href={addressOf(lang, '/desk/words/new', { phrase: query })}
          aria-label={words.addSynonymOf(query)}
        >
          {words.addSynonym}
        </a>
      )}
      <a href={addressOf(lang, '/', { q: query })} aria-label={words.searchOf(query)}>
        {words.search}
      </a>
      <a href={to(lang, wanted, { q: query })} aria-label={words.trendOf(query)}>
        {words.trend}
      </a>
    </span>
  );
}

function Kept({ lang }: { readonly lang: Language }) {
  const words = QUERIES_WORDS[lang];
  return (
    <section class="kept" aria-labelledby="kept">
      <h2 id="kept">{words.kept}</h2>
      <ul>
        {words.keptLines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </section>
  );
}
