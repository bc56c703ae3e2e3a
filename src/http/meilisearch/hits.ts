import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EngineHit } from '../../../indexer/engine.js';
import type { TopicCatalogue } from '../../../indexer/extraction/topics.js';
import type { Analyzer } from '../../../indexer/language/analyzer.js';
import { findMarks, type Mark, type Sought } from '../../search/highlight.js';
import { soughtWords } from '../../search/layers.js';
import type { Answer } from '../../search/present.js';
import { isSearchable } from './attributes.js';
import { flatDocument, pickAttributes } from './document.js';
import { formatOf } from './format.js';
import { formatDocument, type FindMarks, type Format } from './formatted.js';
import { matchPositions } from './positions.js';
import { falling, rankingScore } from './ranking-score.js';
import type { SearchBody } from './request.js';

export interface HitTools {
  readonly analyzer: Analyzer;
  readonly topics: TopicCatalogue;
}

type Hit = Readonly<Record<string, unknown>>;

/** Hits between which others may have their turn: bodies are read to their end. */
const HITS_A_TURN = 20;
/** Of longer texts the rest is not highlighted. */
const MOST_CHARACTERS = 100_000;

/** The engine's hits as flat documents, with what was asked for beside them. */
export async function presentHits(
  { read, result }: Pick<Answer, 'read' | 'result'>,
  asked: SearchBody,
  tools: HitTools,
): Promise<Hit[]> {
  const sought = { words: soughtWords(read, result.words), alternatives: read.alternatives };
  const format = formatOf(asked);
  const scores = scoresOf(result.hits, asked, read.words.length);
  const hits: Hit[] = [];
  for (const [at, found] of result.hits.entries()) {
    if (at % HITS_A_TURN === HITS_A_TURN - 1) await nextTurn();
    const score = scores[at];
    hits.push({
      ...presentHit(found, format, asked.showMatchesPosition === true, sought, tools),
      ...(score === undefined ? {} : { _rankingScore: score }),
    });
  }
  return hits;
}

function scoresOf(hits: readonly EngineHit[], asked: SearchBody, words: number): number[] {
  if (!asked.showRankingScore) return [];
  const scores = hits.map((hit) => rankingScore(hit, words));
  return asked.sort?.length ? scores : falling(scores);
}

function presentHit(
  found: EngineHit,
  format: Format,
  withPositions: boolean,
  sought: Sought,
  { analyzer, topics }: HitTools,
): Hit {
  const document = flatDocument(found.article, topics);
  const marksIn = marksOf(found, sought, analyzer);
  const formatted = formatDocument(document, format, marksIn);
  return {
    ...pickAttributes(document, format.retrieved),
    ...(formatted === undefined ? {} : { _formatted: formatted }),
    ...(withPositions ? { _matchesPosition: matchPositions(document, marksIn) } : {}),
  };
}

/** Finds what meets the query in a hit's texts, each of which is read once. */
function marksOf({ bodyAt }: EngineHit, sought: Sought, analyzer: Analyzer): FindMarks {
  const known = new Map<string, readonly Mark[]>();
  const asks = sought.words.length > 0;
  return (name, text, cropped) => {
    if (!asks || !isSearchable(name)) return [];
    if (name === 'body' && bodyAt === -1) return [];
    const key = `${name} ${cropped} ${text}`;
    const first = cropped && name === 'body' ? bodyAt : Infinity;
    const marks =
      known.get(key) ?? findMarks(text.slice(0, MOST_CHARACTERS), sought, analyzer, first);
    known.set(key, marks);
    return marks;
  };
}
