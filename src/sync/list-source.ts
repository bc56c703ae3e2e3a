import { listFeed } from './list-feed.js';
import { listFolder } from './list-folder.js';
import { listPages } from './list-pages.js';
import { listSitemap } from './list-sitemap.js';
import { listWordPress } from './list-wordpress.js';
import type { Listing, ListingContext } from './listing.js';
import type { Source } from './source-shapes.js';

/** Lists what a source of any kind has. */
export function listSource(source: Source, context: ListingContext): Listing {
  switch (source.kind) {
    case 'feed':
      return listFeed(source, context);
    case 'sitemap':
      return listSitemap(source, context);
    case 'wordpress':
      return listWordPress(source, context);
    case 'pages':
      return listPages(source, context);
    case 'folder':
      return listFolder(source, context);
  }
}
