import type { ComponentChildren } from 'preact';
import { Document } from '../document.js';
import type { Language } from '../language.js';
import { DESK_WORDS } from '../words/desk.data.js';
import { addressOf, inLanguage } from './address.js';
import type { Frame, Who } from './frame.js';
import { IndexNote } from './index-note.js';
import { SECTIONS, type SectionId } from './sections.data.js';

interface DeskPageFacts {
  readonly frame: Frame;
  /** The section that the page belongs to. */
  readonly section: SectionId;
  readonly title: string;
  /** Beside `desk`, which comes by itself. */
  readonly styles?: readonly string[];
  /** The page's own module; it imports `desk.js`, which every page runs. */
  readonly script?: string;
  readonly children: ComponentChildren;
}

/** A page of the desk: head, navigation with the state of the index, and what it is about. */
export function DeskPage(facts: DeskPageFacts) {
  const { frame, section, title, styles = [], script, children } = facts;
  const { lang, address, who, index } = frame;
  const words = DESK_WORDS[lang];
  return (
    <Document
      lang={lang}
      title={`${title} · ${words.desk}`}
      styles={['desk', 'desk-parts', 'desk-tables', ...styles]}
      scripts={script === undefined ? ['desk'] : [script, 'desk', 'desk-fetch']}
      hidden
    >
      <a class="skip" href="#content">
        {words.skip}
      </a>
      <div class="desk">
        <header class="desk-head">
          <p class="desk-brand">
            <a href={addressOf(lang, '/desk')}>
              <img src="/assets/favicon.svg" alt="" width="28" height="28" />
              <span>
                Axtar <small>{words.desk}</small>
              </span>
            </a>
          </p>
          <Sections lang={lang} current={section} />
          <IndexNote lang={lang} index={index} />
          <Session lang={lang} who={who} address={address} />
        </header>
        <main id="content" class="desk-content" tabIndex={-1}>
          {children}
        </main>
      </div>
    </Document>
  );
}

function Sections({ lang, current }: { readonly lang: Language; readonly current: SectionId }) {
  return (
    <nav class="desk-sections" aria-label={DESK_WORDS[lang].sections}>
      <ul>
        {SECTIONS.map(({ id, path, name }) => (
          <li>
            <a href={addressOf(lang, path)} aria-current={id === current ? 'page' : undefined}>
              {name[lang]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface SessionFacts {
  readonly lang: Language;
  readonly who: Who;
  readonly address: string;
}

function Session({ lang, who, address }: SessionFacts) {
  const words = DESK_WORDS[lang];
  const other = lang === 'az' ? 'en' : 'az';
  return (
    <div class="desk-session">
      <p>
        <span class="term">{words.signedIn}</span> <strong>{who.name}</strong>
        <span class="term">{words.roles[who.role]}</span>
      </p>
      <div class="desk-exits">
        <a href={inLanguage(other, address)} lang={other} hreflang={other}>
          {words.other}
        </a>
        <a href={addressOf(lang, '/')}>{words.reader}</a>
        <form method="post" action={addressOf(lang, '/desk/sign-out')}>
          <button class="link">{words.signOut}</button>
        </form>
      </div>
    </div>
  );
}
