import type { EngineHit, Layer } from '../../indexer/engine.js';
import { LAYERS } from '../../indexer/engine.js';
import { slugOf } from '../../indexer/extraction/slug.js';
import type { TopicCatalogue } from '../../indexer/extraction/topics.js';
import type { Analyzer } from '../../indexer/language/analyzer.js';
import { findMarks, markHtml, type Mark, type Sought } from './highlight.js';
import type { HitField, SearchRequest } from './request.js';
import type { Hit } from './response.js';
import { choosePassage, type Passage } from './snippet.js';

export interface HitTools {
  readonly analyzer: Analyzer;
  readonly topics: TopicCatalogue;
}

/** How much of a hit is shown. */
export type Showing = Pick<SearchRequest, 'highlight' | 'cropLength' | 'fields'>;

/** An engine's hit as the answer shows it: the original texts, marked where they meet the query. */
export function presentHit(
  found: EngineHit,
  sought: Sought,
  { highlight, cropLength, fields }: Showing,
  tools: HitTools,
): Hit {
  const hit = wholeHit(found, sought, { highlight, cropLength }, tools);
  return fields ? only(hit, found, fields) : hit;
}

/** The fields that were asked for, and the id. */
function only(hit: Hit, { article }: EngineHit, fields: readonly HitField[]): Hit {
  const { subtitle, body, tags } = article;
  const all = Object.entries({ ...hit, subtitle, body, tags });
  const chosen = all.filter(
    ([name, value]) => value !== undefined && fields.some((field) => field === name),
  );
  return { id: hit.id, ...Object.fromEntries(chosen) };
}

function wholeHit(
  found: EngineHit,
  sought: Sought,
  { highlight, cropLength }: Omit<Showing, 'fields'>,
  { analyzer, topics }: HitTools,
): Hit {
  const { article, authorId } = found;
  const { id, title, body, date, author, authorRole: role, source, url, lang } = article;
  const marks = findMarks(body, sought, analyzer, found.bodyAt);
  const passage = choosePassage(body, marks, cropLength);
  const mark = (text: string) => markHtml(text, findMarks(text, sought, analyzer));
  return {
    id,
    slug: slugOf(title),
    title,
    snippet: cut(body, passage),
    ...(date === undefined ? {} : { date }),
    ...(author === undefined
      ? {}
      : {
          author: { id: authorId ?? author, name: author, ...(role === undefined ? {} : { role }) },
        }),
    topics: article.topics.map(topics.topicOf),
    ...(source === undefined ? {} : { source }),
    ...(url === undefined ? {} : { url }),
    lang,
    ...(highlight
      ? {
          _formatted: {
            title: mark(title),
            snippet: markPassage(body, passage, marks),
            ...(author === undefined ? {} : { author: mark(author) }),
          },
        }
      : {}),
    match: matchOf(found, sought),
  };
}

const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim();
const opening = (passage: Passage) => (passage.start > 0 ? '…' : '');
const closing = (text: string, passage: Passage) => (passage.end < text.length ? '…' : '');

const cut = (text: string, passage: Passage): string =>
  opening(passage) + oneLine(text.slice(passage.start, passage.end)) + closing(text, passage);

function markPassage(text: string, passage: Passage, marks: readonly Mark[]): string {
  const inside = marks
    .filter(({ start, end }) => passage.start <= start && end <= passage.end)
    .map(({ start, end }) => ({ start: start - passage.start, end: end - passage.start }));
  const html = oneLine(markHtml(text.slice(passage.start, passage.end), inside));
  return opening(passage) + html + closing(text, passage);
}

function matchOf({ layers, phrase }: EngineHit, { words }: Sought): Hit['match'] {
  const met = words.flatMap(({ text }, at) => {
    const layer = layers[at];
    return layer === undefined ? [] : [{ text, layer }];
  });
  const weakest = weakestOf(met.map(({ layer }) => layer));
  const layer = phrase ? 'phrase' : weakest;
  return { ...(layer === undefined ? {} : { layer }), words: met };
}

const weakestOf = (layers: readonly Layer[]): Layer | undefined =>
  LAYERS.findLast((layer) => layers.includes(layer));
