import type { Topic } from '../../../indexer/extraction/topics.js';
import type { Hit } from '../../search/response.js';
import type { Language } from '../language.js';
import { LANGUAGE_PARAMETER } from '../language.js';
import { ARTICLES_WORDS } from '../words/desk-articles.data.js';
import { addressOf, articleAddress } from './address.js';
import { DeskPage } from './desk-page.js';
import { sayInstant, sayNumber } from './format.js';
import type { Frame } from './frame.js';
import { Pages } from './pages.js';

export const SORTS = ['relevance', 'date:desc', 'date:asc'] as const;

/** What is looked for in the list. */
export interface Wanted {
  readonly q: string;
  readonly topic: string;
  readonly sort: (typeof SORTS)[number];
  readonly page: number;
}

export interface Found {
  readonly hits: readonly Hit[];
  readonly total: number;
  readonly pages: number;
  /** What was searched for in place of what was typed. */
  readonly readAs?: string;
}

interface Facts {
  readonly frame: Frame;
  readonly wanted: Wanted;
  readonly topics: readonly Topic[];
  readonly found?: Found;
  readonly refusal?: 'tooFar' | 'tooLong';
  readonly note?: 'deleted';
}

/** Articles to find and to open. */
export function ArticlesPage({ frame, wanted, topics, found, refusal, note }: Facts) {
  const { lang } = frame;
  const words = ARTICLES_WORDS[lang];
  return (
    <DeskPage frame={frame} section="articles" title={words.title}>
      <div class="page-head">
        <h1>{words.title}</h1>
        <a class="primary" href={addressOf(lang, '/desk/new')}>
          {words.add}
        </a>
      </div>
      {note && (
        <p class="notice good" role="status" tabIndex={-1} data-focus>
          {words[note]}
        </p>
      )}
      <Finder lang={lang} wanted={wanted} topics={topics} />
      {refusal && (
        <p class="notice bad" role="alert">
          {words[refusal]}
        </p>
      )}
      {found && <Results lang={lang} wanted={wanted} found={found} />}
    </DeskPage>
  );
}

interface FinderFacts {
  readonly lang: Language;
  readonly wanted: Wanted;
  readonly topics: readonly Topic[];
}

function Finder({ lang, wanted, topics }: FinderFacts) {
  const words = ARTICLES_WORDS[lang];
  return (
    <form class="finder" method="get" action="/desk/articles" role="search">
      {lang !== 'az' && <input type="hidden" name={LANGUAGE_PARAMETER} value={lang} />}
      <div class="field grow">
        <label for="q">{words.query}</label>
        <input id="q" name="q" type="search" value={wanted.q} maxLength={512} />
      </div>
      <div class="field">
        <label for="topic">{words.topic}</label>
        <select id="topic" name="topic">
          <option value="">{words.anyTopic}</option>
          {topics.map(({ id, name }) => (
            <option value={id} selected={id === wanted.topic}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="sort">{words.sort}</label>
        <select id="sort" name="sort">
          {SORTS.map((sort) => (
            <option value={sort} selected={sort === wanted.sort}>
              {words.sorts[sort]}
            </option>
          ))}
        </select>
      </div>
      <button class="plain">{words.submit}</button>
    </form>
  );
}

interface ResultsFacts {
  readonly lang: Language;
  readonly wanted: Wanted;
  readonly found: Found;
}

function Results({ lang, wanted, found }: ResultsFacts) {
  const words = ARTICLES_WORDS[lang];
  const { hits, total, readAs } = found;
  if (total === 0) return <Nothing lang={lang} wanted={wanted} />;
  const count = sayNumber(lang, total);
  return (
    <>
      <p class="count" role="status">
        {wanted.q === '' && wanted.topic === '' ? words.all(count) : words.found(count)}
        {readAs !== undefined && (
          <span>
            {' · '}
            {words.readAs}: <strong>{readAs}</strong>
          </span>
        )}
      </p>
      <table class="list">
        <thead>
          <tr>
            <th scope="col">{words.columns.title}</th>
            <th scope="col">{words.columns.date}</th>
            <th scope="col">{words.columns.source}</th>
            <th scope="col">{words.columns.topics}</th>
            <th scope="col">{words.columns.lang}</th>
          </tr>
        </thead>
        <tbody>
          {hits.map((hit) => (
            <Row lang={lang} hit={hit} q={wanted.q} />
          ))}
        </tbody>
      </table>
      <Pages
        lang={lang}
        page={wanted.page}
        pages={found.pages}
        to={(page) => addressOf(lang, '/desk/articles', { ...wanted, page })}
      />
    </>
  );
}

function Nothing({ lang, wanted }: Omit<ResultsFacts, 'found'>) {
  const words = ARTICLES_WORDS[lang];
  const empty = wanted.q === '' && wanted.topic === '';
  return (
    <div class="nothing" role="status">
      <p>
        <strong>{empty ? words.empty : words.nothing}</strong>
      </p>
      <p class="hint">{empty ? words.emptyHint : words.nothingHint}</p>
    </div>
  );
}

interface RowFacts {
  readonly lang: Language;
  readonly hit: Hit;
  readonly q: string;
}

function Row({ lang, hit, q }: RowFacts) {
  const words = ARTICLES_WORDS[lang];
  const { id, title = id, date, source, author, topics = [] } = hit;
  return (
    <tr>
      <th scope="row">
        <a class="title" href={articleAddress(lang, id)} lang={hit.lang}>
          {title}
        </a>
        <span class="meta">
          <code>{id}</code>
          {author && <span>{author.name}</span>}
          {q !== '' && (
            <a href={addressOf(lang, '/desk/explain', { q, id })} aria-label={words.whyOf(title)}>
              {words.why}
            </a>
          )}
        </span>
      </th>
      <td data-label={words.columns.date} class="nowrap">
        {date === undefined ? (
          <span class="muted">{words.undated}</span>
        ) : (
          <time dateTime={date}>{sayInstant(date)}</time>
        )}
      </td>
      <td data-label={words.columns.source}>{source}</td>
      <td data-label={words.columns.topics}>{topics.map(({ name }) => name).join(', ')}</td>
      <td data-label={words.columns.lang}>{hit.lang}</td>
    </tr>
  );
}
