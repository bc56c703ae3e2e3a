import { FILTER, LIST, textOf as text, TRUTH, WHOLE } from './query-text.js';
import { SearchBody } from './request.js';
import { strict } from './strict.js';
import { UNSUPPORTED_IN_QUERY } from './unsupported.js';

const { shape } = SearchBody;

/** What `GET /indexes/{uid}/search` takes: the same as its twin, in texts. */
export const SearchQuery = strict({
  q: shape.q,
  offset: text(shape.offset, WHOLE),
  limit: text(shape.limit, WHOLE),
  page: text(shape.page, WHOLE),
  hitsPerPage: text(shape.hitsPerPage, WHOLE),
  attributesToRetrieve: text(shape.attributesToRetrieve, LIST),
  attributesToCrop: text(shape.attributesToCrop, LIST),
  cropLength: text(shape.cropLength, WHOLE),
  cropMarker: shape.cropMarker,
  attributesToHighlight: text(shape.attributesToHighlight, LIST),
  highlightPreTag: shape.highlightPreTag,
  highlightPostTag: shape.highlightPostTag,
  showMatchesPosition: text(shape.showMatchesPosition, TRUTH),
  filter: text(shape.filter, FILTER),
  sort: text(shape.sort, LIST),
  facets: text(shape.facets, LIST),
  matchingStrategy: shape.matchingStrategy,
  attributesToSearchOn: text(shape.attributesToSearchOn, LIST),
  showRankingScore: text(shape.showRankingScore, TRUTH),
  ...UNSUPPORTED_IN_QUERY,
});
