import { NOTHING_NEW, type Listing, type ListingContext } from './listing.js';
import { readPage } from './read-page.js';
import type { SourceOf } from './source-shapes.js';

/** Lists the pages that the operator named; each is asked at every run whether it has changed. */
// eslint-disable-next-line @typescript-eslint/require-await
export async function* listPages(source: SourceOf<'pages'>, context: ListingContext): Listing {
  for (const address of new Set(source.urls)) {
    yield {
      key: address,
      address,
      recheckAfter: 0,
      read: (known) => readPage(address, known, source, context),
    };
  }
  // What the operator does not name any more is not gone.
  return NOTHING_NEW;
}
