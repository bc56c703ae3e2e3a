import type { Article } from '../../indexer/article.js';
import type { EngineHit } from '../../indexer/engine.js';
import { asksNothing, type Asker } from './ask.js';
import type { Absence } from './explanation.js';
import type { Answer } from './present.js';
import type { SearchRequest } from './request.js';
import type { UnderstoodQuery } from './understand.js';

/** What was asked and answered, of a document that is not among the hits that came back. */
export interface Unfound {
  readonly answer: Answer;
  readonly request: SearchRequest;
  readonly article: Article;
  /** Positions of the words of the query that the article lacks. */
  readonly lacking: readonly number[];
}

/** A document that matches, but stands beyond what was looked at; or why it does not match. */
export type Sought =
  | { readonly hit: EngineHit; readonly absence?: never }
  | { readonly absence: Absence; readonly hit?: never };

/** Looks for a document that is not among the hits that came back. */
export async function seekAbsent(
  { search }: Asker,
  { answer, request, article, lacking }: Unfound,
): Promise<Sought> {
  const { read, result, layout } = answer;
  if (asksNothing(request.q, read)) return { absence: 'nothing-asked' };

  /** Filters never change what matches, so that those of the document's own time are few. */
  async function seek(query: UnderstoodQuery, filters: SearchRequest) {
    const { hits } = await search(query, narrow(filters, article), layout === undefined);
    return hits.find((hit) => hit.article.id === article.id);
  }

  const beyond = result.total > result.hits.length ? await seek(read, request) : undefined;
  // What is worth most is not known among few.
  if (beyond) return { hit: { ...beyond, score: { ...beyond.score, by: 'parts' } } };
  const free = withoutFilters(request);
  if (await seek(read, free)) return { absence: 'filters' };
  const isExcluded = read.excluded.length > 0 && (await seek({ ...read, excluded: [] }, free));
  return { absence: isExcluded ? 'excluded' : wordsAbsent(read, lacking) };
}

function wordsAbsent({ phrases }: UnderstoodQuery, lacking: readonly number[]): Absence {
  const isQuoted = (at: number) => phrases.some(({ from, to }) => from <= at && at <= to);
  if (phrases.length > 0 && (lacking.length === 0 || lacking.some(isQuoted))) return 'phrase';
  return lacking.length > 0 ? 'words' : 'unknown';
}

const withoutFilters = (request: SearchRequest): SearchRequest => ({
  ...request,
  topic: undefined,
  author: undefined,
  source: undefined,
  lang: undefined,
  filter: undefined,
  from: undefined,
  to: undefined,
});

/** As asked, of the document's own second; without a date, of its source, author and topic. */
function narrow(request: SearchRequest, article: Article): SearchRequest {
  const { date, source, author, topics } = article;
  if (date !== undefined) {
    const second = Math.floor(Date.parse(date) / 1000);
    const from = Math.max(request.from ?? second, second);
    const to = Math.min(request.to ?? second, second);
    return { ...request, from, to };
  }
  const own = (value: string | undefined) => (value === undefined ? undefined : [value]);
  return {
    ...request,
    source: request.source ?? own(source),
    author: request.author ?? own(author),
    topic: request.topic ?? own(topics[0]),
  };
}

/** Why a document does not match, as the end of a sentence. */
export function sayAbsence(absence: Absence, lacking: readonly string[], words: number): string {
  const says: Record<Absence, string> = {
    'nothing-asked': 'the query has no word',
    filters: 'the filters leave it out',
    excluded: 'it has what the query excludes',
    phrase: 'it does not hold a quoted phrase word by word',
    words:
      lacking.length === words
        ? 'it has no word of the query'
        : `it lacks ${lacking.join(', ')}, and enough documents lack less`,
    unknown: 'it is not found, and nothing that it lacks says why',
  };
  return says[absence];
}
