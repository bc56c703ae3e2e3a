import { listFeed } from './list-feed.js';
import type { Listing, ListingContext } from './listing.js';
import type { Source } from './source-shapes.js';

/** Lists what a source of any kind has. */
export function listSource(source: Source, context: ListingContext): Listing {
  switch (source.kind) {
    case 'feed':
      return listFeed(source, context);
    default:
      throw new Error('not yet');
  }
}
