import type { Article } from '../../indexer/article.js';
import { fieldTexts } from '../../indexer/document.js';
import type { EngineHit } from '../../indexer/engine.js';
import { createAsker, type SearchDeps } from './ask.js';
import { explainAbove } from './explain-above.js';
import { sayAbsence, seekAbsent } from './explain-absent.js';
import { scoreParts } from './explain-score.js';
import type { Absence, ExplainedWord, Explanation } from './explanation.js';
import { soughtWords } from './layers.js';
import { findWords, type FoundWord } from './places.js';
import { reportQuery, type Answer } from './present.js';
import type { ExplainRequest, SearchRequest } from './request.js';
import { isVisible } from './visible.js';

/** Says why a document stands where it does; undefined when there is no such document. */
export type ExplainService = (request: ExplainRequest) => Promise<Explanation | undefined>;

/** Hits that are looked at for the document, unless the engine ranks fewer. */
const MOST_LOOKED_AT = 1000;
/** Places of a word that are listed. */
const MOST_PLACES = 10;

/** Makes the tool with which editors see what their synonyms do. */
export function createExplain(deps: SearchDeps): ExplainService {
  const { engine, analyzer, topics } = deps;
  const asker = createAsker(deps);
  const hitsPerPage = Math.min(MOST_LOOKED_AT, engine.capabilities.rankedHits);

  return async ({ id, ...asked }) => {
    const article = await engine.get(id);
    if (!article || !(await isVisible(engine, id, asked.only))) return undefined;
    const request: SearchRequest = { ...asked, ...FIRST_HITS, hitsPerPage };
    const answer = await asker.answer(request);
    const found = findWords(
      fieldTexts(article, topics.topicOf),
      { ...answer.read, words: soughtWords(answer.read, answer.result.words) },
      analyzer,
    );
    const lacking = found.flatMap(({ places }, word) => (places.length === 0 ? [word] : []));
    const at = answer.result.hits.findIndex((hit) => hit.article.id === id);
    const listed = answer.result.hits[at];
    const sought = listed
      ? { hit: listed }
      : await seekAbsent(asker, { answer, request, article, lacking });
    const { words: reports, ...query } = reportQuery(request.q, answer, analyzer);
    const words = reports.map((report, word) => ({
      ...report,
      ...explainWord(word, found[word], sought.hit, answer),
    }));
    return { query, ...explainPlace({ article, answer, words, at }, sought) };
  };
}

const FIRST_HITS = {
  sort: 'relevance',
  page: 1,
  facets: [],
  highlight: false,
  matchingStrategy: 'frequency',
} satisfies Partial<SearchRequest>;

function explainWord(
  at: number,
  { places, alternatives }: FoundWord = { places: [], alternatives: [] },
  hit: EngineHit | undefined,
  { result }: Answer,
): Omit<ExplainedWord, 'text' | 'layersTried'> {
  const information = result.hits[0]?.score.words[at]?.information;
  const scored = hit?.score.words[at];
  const best = places[0]?.layer;
  const layer = hit && scored ? hit.layers[at] : best;
  return {
    ...(information === undefined ? {} : { information }),
    ...(layer === undefined ? {} : { layer }),
    inTitle:
      scored?.inTitle ?? places.some(({ field, layer: own }) => field === 'title' && own === best),
    alternatives,
    count: places.length,
    matches: places.slice(0, MOST_PLACES),
  };
}

interface Explained {
  readonly article: Article;
  readonly answer: Answer;
  readonly words: readonly ExplainedWord[];
  /** Position among the hits that were looked at, -1 when it is not among them. */
  readonly at: number;
}

function explainPlace(
  { article, answer, words, at }: Explained,
  { hit, absence }: { readonly hit?: EngineHit; readonly absence?: Absence },
): Omit<Explanation, 'query'> {
  const { hits, total } = answer.result;
  const { id, title, date } = article;
  const above = hits[at - 1];
  const lacking = words.filter(({ layer }) => layer === undefined).map(({ text }) => text);
  return {
    document: { id, title, ...(date === undefined ? {} : { date }) },
    matches: hit !== undefined,
    says: absence
      ? `It does not match: ${sayAbsence(absence, lacking, words.length)}.`
      : sayPlace(at, hits.length, total),
    ...(absence === undefined ? {} : { absence }),
    ...(at < 0 ? {} : { place: at + 1 }),
    lookedAt: hits.length,
    totalHits: total,
    words,
    lacking,
    score: hit ? scoreParts(hit, words) : [],
    ...(hit && above ? { above: explainAbove(above, hit) } : {}),
  };
}

const sayPlace = (at: number, lookedAt: number, total: number): string =>
  at < 0
    ? `It matches, but is not among the first ${lookedAt} of ${total}.`
    : `It stands at place ${at + 1} of ${total}.`;
