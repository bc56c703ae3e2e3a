import { PAGE_WORDS } from '../words/page.data.js';
import { addressOf, asksForNothing, changed, type Asked } from './address.js';

const EXAMPLES = ['Tokayev', '"Orta Dəhliz"', 'süni intellekt'];

/** What this is, for those who have not asked anything yet. */
export function Intro({ asked }: { readonly asked: Asked }) {
  const words = PAGE_WORDS[asked.hl];
  return (
    <section id="intro" class="intro" data-region="intro" hidden={!asksForNothing(asked)}>
      <h2>{words.introTitle}</h2>
      <p>{words.introText}</p>
      <p class="examples">
        <span>{words.examples}</span>
        {EXAMPLES.map((q) => (
          <a href={addressOf(changed(asked, { q }))} lang="az">
            {q}
          </a>
        ))}
      </p>
      <p class="hint">{words.introHint}</p>
    </section>
  );
}
