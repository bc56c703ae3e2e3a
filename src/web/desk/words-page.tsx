import type { WordGroup } from '../../words/groups.js';
import type { InStep } from '../../words/follow.js';
import { LANGUAGE_PARAMETER, type Language } from '../language.js';
import { WORDS_WORDS } from '../words/desk-words.data.js';
import { addressOf, groupAddress } from './address.js';
import { DeskPage } from './desk-page.js';
import { sayNumber } from './format.js';
import type { Frame } from './frame.js';
import { Pages } from './pages.js';

export const ORIGINS = ['all', 'shipped', 'changed', 'added', 'off'] as const;

/** Which groups are looked for. */
export interface WantedGroups {
  readonly q: string;
  readonly origin: (typeof ORIGINS)[number];
  readonly file: string;
  readonly page: number;
  /** A phrase that is to be added to the group that is opened. */
  readonly phrase: string;
}

interface Facts {
  readonly frame: Frame;
  readonly wanted: WantedGroups;
  readonly files: readonly string[];
  /** Those of this page. */
  readonly groups: readonly WordGroup[];
  readonly total: number;
  readonly pages: number;
  readonly inStep: InStep;
  readonly note?: 'dropped';
}

/** The groups of synonyms and names, to find and to open. */
export function WordsPage({ frame, wanted, files, groups, total, pages, inStep, note }: Facts) {
  const { lang } = frame;
  const words = WORDS_WORDS[lang];
  const { phrase } = wanted;
  const to = (page: number) => addressOf(lang, '/desk/words', { ...wanted, page });
  return (
    <DeskPage frame={frame} section="words" title={words.title} styles={['desk-words']}>
      <div class="page-head">
        <h1>{words.title}</h1>
        <p class="actions">
          <a class="plain" href={addressOf(lang, '/desk/words/proposals')}>
            {words.proposals}
          </a>
          <a class="plain" href={addressOf(lang, '/desk/words/history')}>
            {words.history}
          </a>
          <a class="primary" href={addressOf(lang, '/desk/words/new', { phrase })}>
            {words.add}
          </a>
        </p>
      </div>
      {note && (
        <p class="notice good" role="status" tabIndex={-1} data-focus>
          {words[note]}
        </p>
      )}
      {inStep.pending && (
        <p class={`notice ${inStep.problem === undefined ? 'good' : 'wary'}`}>
          {inStep.problem === undefined
            ? words.pending(sayNumber(lang, inStep.done ?? 0), sayNumber(lang, inStep.total ?? 0))
            : words.pendingTrouble}
        </p>
      )}
      {phrase === '' ? (
        <p class="hint">{words.lead}</p>
      ) : (
        <p class="notice wary">{words.adding(phrase)}</p>
      )}
      <Finder lang={lang} wanted={wanted} files={files} />
      <p class="count" role="status">
        {total === 0 ? words.nothing : words.found(sayNumber(lang, total))}
      </p>
      {total === 0 ? (
        <Nothing lang={lang} wanted={wanted} />
      ) : (
        <Groups lang={lang} groups={groups} phrase={phrase} />
      )}
      <Pages lang={lang} page={wanted.page} pages={pages} to={to} />
    </DeskPage>
  );
}

interface FinderFacts {
  readonly lang: Language;
  readonly wanted: WantedGroups;
  readonly files: readonly string[];
}

function Finder({ lang, wanted, files }: FinderFacts) {
  const words = WORDS_WORDS[lang];
  return (
    <form class="finder" method="get" action="/desk/words" role="search">
      {lang !== 'az' && <input type="hidden" name={LANGUAGE_PARAMETER} value={lang} />}
      {wanted.phrase !== '' && <input type="hidden" name="phrase" value={wanted.phrase} />}
      <div class="field grow">
        <label for="q">{words.query}</label>
        <input
          id="q"
          name="q"
          type="search"
          value={wanted.q}
          maxLength={200}
          placeholder={words.queryHint}
        />
      </div>
      <div class="field">
        <label for="origin">{words.origin}</label>
        <select id="origin" name="origin">
          {ORIGINS.map((origin) => (
            <option value={origin} selected={origin === wanted.origin}>
              {words.origins[origin]}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="file">{words.file}</label>
        <select id="file" name="file">
          <option value="">{words.anyFile}</option>
          {files.map((file) => (
            <option value={file} selected={file === wanted.file}>
              {file}
            </option>
          ))}
        </select>
      </div>
      <button class="plain">{words.submit}</button>
    </form>
  );
}

function Nothing({ lang, wanted }: Omit<FinderFacts, 'files'>) {
  const words = WORDS_WORDS[lang];
  const phrase = wanted.phrase === '' ? wanted.q : wanted.phrase;
  return (
    <div class="nothing">
      <p class="hint">{words.nothingHint}</p>
      {phrase !== '' && (
        <p>
          <a class="plain" href={addressOf(lang, '/desk/words/new', { phrase })}>
            {words.addThis(phrase)}
          </a>
        </p>
      )}
    </div>
  );
}

interface GroupsFacts {
  readonly lang: Language;
  readonly groups: readonly WordGroup[];
  readonly phrase: string;
}

const SHOWN_MEMBERS = 8;

function Groups({ lang, groups, phrase }: GroupsFacts) {
  const { columns, modes, origins, more } = WORDS_WORDS[lang];
  const tones = { shipped: 'idle', changed: 'wary', added: 'good' } as const;
  return (
    <table class="list groups">
      <thead>
        <tr>
          <th scope="col">{columns.group}</th>
          <th scope="col">{columns.mode}</th>
          <th scope="col">{columns.origin}</th>
          <th scope="col">{columns.file}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ group: { id, mode, head, members }, origin, file }) => (
          <tr>
            <th scope="row">
              <a class="title" href={groupAddress(lang, id, { phrase })}>
                {head}
              </a>
              <span class="meta">
                <span>
                  {mode === 'oneway' ? '→ ' : ''}
                  {members.slice(0, SHOWN_MEMBERS).join(' · ')}
                </span>
                {members.length > SHOWN_MEMBERS && (
                  <span>{more(sayNumber(lang, members.length - SHOWN_MEMBERS))}</span>
                )}
              </span>
            </th>
            <td data-label={columns.mode} class="nowrap">
              <span class={mode === 'off' ? 'tag bad' : ''}>{modes[mode]}</span>
            </td>
            <td data-label={columns.origin} class="nowrap">
              <span class={`tag ${tones[origin]}`}>{origins[origin]}</span>
            </td>
            <td data-label={columns.file}>{file}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
