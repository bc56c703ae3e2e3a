import type { ComponentChildren } from 'preact';
import { Document } from '../document.js';
import { LANGUAGE_PARAMETER } from '../language.js';
import { PAGE_WORDS } from '../words/page.data.js';
import { addressOf, type Asked } from './address.js';
import { AskedQuery } from './asked.js';
import { Masthead, otherOf } from './masthead.js';

interface FrameFacts {
  readonly asked: Pick<Asked, 'q' | 'hl'>;
  readonly title: string;
  /** The page's own path. */
  readonly path: string;
  readonly children: ComponentChildren;
}

/** A page for reading, with the search box above it. */
export function Frame({ asked: { q, hl }, title, path, children }: FrameFacts) {
  const other = new URLSearchParams({
    ...(q === '' ? {} : { q }),
    [LANGUAGE_PARAMETER]: otherOf(hl),
  });
  const home = addressOf(AskedQuery.parse({ [LANGUAGE_PARAMETER]: hl }));
  return (
    <Document
      lang={hl}
      title={`${title} · Axtar`}
      styles={['masthead', 'suggestions', 'article']}
      scripts={READING_SCRIPTS}
      hidden
    >
      <a class="skip" href="#main">
        {PAGE_WORDS[hl].skipToText}
      </a>
      <Masthead hl={hl} q={q} home={home} otherLanguage={`${path}?${other.toString()}`} />
      <main id="main" class="reading">
        {children}
      </main>
    </Document>
  );
}

const READING_SCRIPTS = ['reading', 'combobox', 'find', 'json', 'options', 'recent'];
