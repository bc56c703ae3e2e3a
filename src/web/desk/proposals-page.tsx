import type { ListedProposal, ProposalList } from '../../words/proposals.js';
import type { Language } from '../language.js';
import { PROPOSALS_WORDS } from '../words/desk-proposals.data.js';
import { WORDS_WORDS } from '../words/desk-words.data.js';
import { addressOf, articleAddress } from './address.js';
import { DeskPage } from './desk-page.js';
import { sayInstant, sayNumber } from './format.js';
import type { Frame } from './frame.js';

export type ProposalNote = 'accepted' | 'rejected' | 'gone' | 'refused';

interface Facts {
  readonly frame: Frame;
  readonly list: ProposalList;
  readonly note?: ProposalNote | undefined;
  /** Why a proposal was refused. */
  readonly reasons?: readonly string[];
}

const SHOWN = 50;

/** What mining the articles has proposed, with its evidence. */
export function ProposalsPage({ frame, list, note, reasons = [] }: Facts) {
  const { lang } = frame;
  const words = PROPOSALS_WORDS[lang];
  const good = note === 'accepted' || note === 'rejected';
  return (
    <DeskPage
      frame={frame}
      section="words"
      title={words.title}
      styles={['desk-words']}
      script="desk-renew"
    >
      <p class="crumbs">
        <a href={addressOf(lang, '/desk/words')}>{WORDS_WORDS[lang].back}</a>
      </p>
      <h1>{words.title}</h1>
      {note && (
        <div class={`notice ${good ? 'good' : 'wary'}`} role="status" tabIndex={-1} data-focus>
          <p>{words[note]}</p>
          {reasons.length > 0 && (
            <ul>
              {reasons.map((reason) => (
                <li>{reason}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      <p class="hint">{words.lead}</p>
      <div id="proposals" class="parts" data-renew={list.mining ? '' : undefined}>
        <Mining lang={lang} list={list} />
        {list.minedAt !== undefined && list.proposals.length === 0 && <p>{words.none}</p>}
        {list.proposals.slice(0, SHOWN).map((proposal) => (
          <ProposalCard lang={lang} proposal={proposal} />
        ))}
      </div>
    </DeskPage>
  );
}

function Mining({ lang, list }: { readonly lang: Language; readonly list: ProposalList }) {
  const words = PROPOSALS_WORDS[lang];
  const { minedAt, articles, mining, problem } = list;
  return (
    <section class="card parts" aria-label={words.mine}>
      <p>
        {minedAt === undefined
          ? words.never
          : words.minedAt(sayInstant(minedAt), sayNumber(lang, articles))}
      </p>
      {problem !== undefined && !mining && <p class="notice bad">{words.problem}</p>}
      {mining ? (
        <>
          <p>{words.mining(sayNumber(lang, mining.done), sayNumber(lang, mining.total))}</p>
          <progress aria-label={words.mine} value={mining.done} max={Math.max(1, mining.total)} />
        </>
      ) : (
        <form method="post" action={addressOf(lang, '/desk/words/proposals')} class="actions">
          <button class="plain" name="intent" value="mine">
            {words.mine}
          </button>
          <span class="hint">{words.mineHint}</span>
        </form>
      )}
    </section>
  );
}

interface CardFacts {
  readonly lang: Language;
  readonly proposal: ListedProposal;
}

function ProposalCard({ lang, proposal }: CardFacts) {
  const words = PROPOSALS_WORDS[lang];
  const { id, kind, change, score, entry, evidence } = proposal;
  const neighbours = [...new Set(evidence.pairs.flatMap((pair) => pair.neighbours))];
  return (
    <section class="card parts" aria-labelledby={`p-${id}`}>
      <h2 id={`p-${id}`} lang="">
        {entry.head} {entry.mode === 'oneway' ? '→' : '='} {entry.members.join(', ')}
      </h2>
      <p class="meta">
        {words.kinds[kind]} · {words.changes[change]} · {words.score(sayNumber(lang, score, 2))}
      </p>
      <Spellings lang={lang} proposal={proposal} />
      {neighbours.length > 0 && (
        <p class="hint">
          {words.neighbours}: <span lang="">{neighbours.join(', ')}</span>
        </p>
      )}
      <form method="post" action={addressOf(lang, '/desk/words/proposals')} class="actions">
        <input type="hidden" name="id" value={id} />
        <button
          class="primary"
          name="intent"
          value="accept"
          aria-label={words.acceptOf(entry.head)}
        >
          {words.accept}
        </button>
        <button class="plain" name="intent" value="reject" aria-label={words.rejectOf(entry.head)}>
          {words.reject}
        </button>
      </form>
    </section>
  );
}

function Spellings({ lang, proposal: { evidence } }: CardFacts) {
  const words = PROPOSALS_WORDS[lang];
  return (
    <table class="list">
      <thead>
        <tr>
          <th scope="col">{words.spelling}</th>
          <th scope="col" class="number">
            {words.count}
          </th>
          <th scope="col" class="number">
            {words.articles}
          </th>
          <th scope="col">{words.forms}</th>
          <th scope="col">{words.examples}</th>
        </tr>
      </thead>
      <tbody>
        {evidence.spellings.map(({ spelling, count, articles, forms, examples }) => (
          <tr>
            <th scope="row" lang="">
              {spelling}
            </th>
            <td data-label={words.count} class="number">
              {sayNumber(lang, count)}
            </td>
            <td data-label={words.articles} class="number">
              {sayNumber(lang, articles)}
            </td>
            <td data-label={words.forms} lang="">
              {forms.join(', ')}
            </td>
            <td data-label={words.examples}>
              <span class="links">
                {examples.map((example) => (
                  <a href={articleAddress(lang, example)}>{example}</a>
                ))}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
