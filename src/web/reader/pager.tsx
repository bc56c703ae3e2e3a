import { PAGE_WORDS } from '../words/page.data.js';
import { writeCount } from '../words/written.js';
import { addressOf, type Asked } from './address.js';

interface PagerFacts {
  readonly asked: Asked;
  readonly totalPages: number;
}

/** Links to the other pages of an answer; nothing when all is on one. */
export function Pager({ asked, totalPages }: PagerFacts) {
  const words = PAGE_WORDS[asked.hl];
  const shown = totalPages > 1 && asked.page <= totalPages;
  return (
    <nav id="pages" class="pages" data-region="pages" aria-label={words.pages} hidden={!shown}>
      {shown && (
        <>
          <Step asked={asked} page={asked.page - 1} totalPages={totalPages} step="previous" />
          <ol>
            {listPages(asked.page, totalPages).map((page) => (
              <PageLink asked={asked} page={page} />
            ))}
          </ol>
          <Step asked={asked} page={asked.page + 1} totalPages={totalPages} step="next" />
        </>
      )}
    </nav>
  );
}

/**
 * Numbers of pages, with `undefined` for a gap.
 *
 * @example listPages(5, 9) // [1, undefined, 4, 5, 6, undefined, 9]
 */
export function listPages(page: number, totalPages: number): (number | undefined)[] {
  const near = [...new Set([1, page - 1, page, page + 1, totalPages])]
    .filter((number) => number >= 1 && number <= totalPages)
    .sort((a, b) => a - b);
  return near.flatMap((number, at) =>
    number - (near[at - 1] ?? number) > 1 ? [undefined, number] : [number],
  );
}

function PageLink({ asked, page }: { readonly asked: Asked; readonly page: number | undefined }) {
  if (page === undefined)
    return (
      <li class="gap" aria-hidden="true">
        …
      </li>
    );
  const number = writeCount(page);
  return (
    <li>
      <a
        href={addressOf({ ...asked, page })}
        aria-label={PAGE_WORDS[asked.hl].pageNumber(number)}
        aria-current={page === asked.page ? 'page' : undefined}
      >
        {number}
      </a>
    </li>
  );
}

interface StepFacts extends PagerFacts {
  readonly page: number;
  readonly step: 'previous' | 'next';
}

/** The place of a missing step is kept, so that the numbers never move. */
function Step({ asked, page, totalPages, step }: StepFacts) {
  if (page < 1 || page > totalPages) return <span class={step} />;
  return (
    <a class={step} rel={step === 'next' ? 'next' : 'prev'} href={addressOf({ ...asked, page })}>
      {PAGE_WORDS[asked.hl][step]}
    </a>
  );
}
