import type { Preview, PreviewedHit, PreviewedList } from '../../words/preview.js';
import type { Language } from '../language.js';
import { Marked } from '../reader/marked.js';
import { PREVIEW_WORDS } from '../words/desk-preview.data.js';
import { sayInstant, sayNumber } from './format.js';

/** What became of trying a change: seen, or why not. */
export type Tried =
  | { readonly became: 'seen'; readonly preview: Preview }
  | { readonly became: 'waiting' | 'noQuery' | 'late' };

interface Facts {
  readonly lang: Language;
  readonly tried?: Tried | undefined;
}

/** What a change does to a query: both answers, side by side. */
export function WordPreview({ lang, tried }: Facts) {
  const words = PREVIEW_WORDS[lang];
  return (
    <div id="word-tried" class="tried" role="status">
      {tried === undefined ? null : tried.became === 'seen' ? (
        <Lists lang={lang} preview={tried.preview} />
      ) : (
        <p class="hint">{words[tried.became]}</p>
      )}
    </div>
  );
}

function Lists({ lang, preview }: { readonly lang: Language; readonly preview: Preview }) {
  const words = PREVIEW_WORDS[lang];
  const { before, after, exact } = preview;
  const same = isSame(preview);
  return (
    <>
      {same && <p class="hint">{words.same}</p>}
      {!exact && <p class="hint">{words.approximate}</p>}
      <div class={same ? 'sides one' : 'sides'}>
        <Side lang={lang} side="before" list={before} />
        {!same && <Side lang={lang} side="after" list={after} />}
      </div>
    </>
  );
}

const isSame = ({ before, after }: Preview): boolean =>
  before.totalHits === after.totalHits &&
  [...before.hits, ...after.hits].every(({ move }) => move === 'same');

interface SideFacts {
  readonly lang: Language;
  readonly side: 'before' | 'after';
  readonly list: PreviewedList;
}

function Side({ lang, side, list: { totalHits, hits } }: SideFacts) {
  const words = PREVIEW_WORDS[lang];
  return (
    <section class="side" aria-labelledby={`side-${side}`}>
      <h3 id={`side-${side}`}>
        {words[side]} <span class="muted">{words.found(sayNumber(lang, totalHits))}</span>
      </h3>
      {hits.length === 0 ? (
        <p class="hint">{words.none}</p>
      ) : (
        <ol>
          {hits.map((previewed) => (
            <Place lang={lang} side={side} previewed={previewed} />
          ))}
        </ol>
      )}
      {totalHits > hits.length && <p class="hint">{words.shown(sayNumber(lang, hits.length))}</p>}
    </section>
  );
}

interface PlaceFacts extends Omit<SideFacts, 'list'> {
  readonly previewed: PreviewedHit;
}

function Place({ lang, side, previewed }: PlaceFacts) {
  const { hit, [side]: place } = previewed;
  const facts = [hit.source, hit.date === undefined ? undefined : sayInstant(hit.date)];
  return (
    <li>
      <span class="place">{place}</span>
      <span>
        <Move lang={lang} side={side} previewed={previewed} />{' '}
        <span lang={hit.lang}>
          {hit._formatted ? <Marked html={hit._formatted.title} /> : (hit.title ?? hit.id)}
        </span>
        <span class="meta">{facts.filter((fact) => fact !== undefined).join(' · ')}</span>
      </span>
    </li>
  );
}

/** Beside the first list what it loses, beside the second what has come and what has moved. */
function Move({ lang, side, previewed: { move, before = 0, after = 0 } }: PlaceFacts) {
  const { moves, said } = PREVIEW_WORDS[lang];
  if (move === 'same' || (side === 'before') !== (move === 'gone')) return null;
  const tone = { new: 'good', up: 'good', down: 'wary', gone: 'bad' }[move];
  if (move === 'new' || move === 'gone') return <span class={`tag ${tone}`}>{moves[move]}</span>;
  const places = sayNumber(lang, Math.abs(before - after));
  return (
    <span class={`tag ${tone}`}>
      <span aria-hidden="true">
        {moves[move]}
        {places}
      </span>
      <span class="unseen">{said[move](places)}</span>
    </span>
  );
}
