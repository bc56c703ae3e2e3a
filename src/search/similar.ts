import type { Article } from '../../indexer/article.js';
import type { Filter } from '../../indexer/filter.js';
import type { EngineHit, QueryWord } from '../../indexer/engine.js';
import type { Token } from '../../indexer/language/analyzer.js';
import { linkOf } from './article-link.js';
import { createAsker, type SearchDeps } from './ask.js';
import { SearchRequest, type Inside } from './request.js';
import type { SimilarRequest, SimilarResponse } from './similar-shapes.js';
import { isVisible } from './visible.js';
import { isSameStory, STORY_HOURS, storyOf, tellingTokens, type Rarity } from './story.js';

/** Finds other articles on the story of one; undefined when there is no article of this id. */
export type SimilarService = (request: SimilarRequest) => Promise<SimilarResponse | undefined>;

/** The words of a title that are asked for; more make the search slow and find no more. */
const MOST_WORDS = 12;
/** A title with fewer says too little: the names at the beginning of the body are added. */
const FEW_WORDS = 4;
const LEAD_CHARACTERS = 400;
/** Hits that are looked at. */
const LOOKED_AT = 60;
/** Information of a word that hardly any article has. */
const RARE = 6;
const LEAST_RARITY = 0.3;

/**
 * Makes the search for articles on one story: those are looked for that share words with the title,
 * two days before and after it or without a date, and only those are given that tell the same.
 */
export function createSimilar(deps: SearchDeps): SimilarService {
  const { engine } = deps;
  const asker = createAsker(deps);

  /** Those of the articles with words of this one that tell its story. */
  async function search(article: Article, scope: Inside): Promise<Article[]> {
    const words = queryOf(article, deps);
    if (words.length === 0) return [];
    const request = { ...SearchRequest.parse({}), ...scope, hitsPerPage: LOOKED_AT };
    const read = { words, alternatives: [], phrases: [], excluded: [] };
    const { hits } = await asker.search(read, request, false);
    const rarity = rarityOf(words, hits);
    const story = storyOf(article, deps, rarity);
    return hits
      .map((hit) => hit.article)
      .filter(({ id }) => id !== article.id)
      .filter((other) => isSameStory(story, storyOf(other, deps, rarity)));
  }

  async function sameStory(article: Article, only: Filter | undefined): Promise<Article[]> {
    if (article.date === undefined) return search(article, only ? { only } : {});
    const seconds = Date.parse(article.date) / 1000;
    const span = STORY_HOURS * 60 * 60;
    const near: Filter = {
      any: [{ from: seconds - span, to: seconds + span }, { not: { exists: 'date' } }],
    };
    return search(article, { only: only ? { all: [only, near] } : near });
  }

  return async ({ id, limit, only }) => {
    const started = performance.now();
    const article = await engine.get(id);
    if (!article || !(await isVisible(engine, id, only))) return undefined;
    const similar = await sameStory(article, only);
    return {
      id,
      similar: similar.slice(0, limit).map(linkOf),
      processingTimeMs: Math.round((performance.now() - started) * 10) / 10,
    };
  };
}

/**
 * How much the words of a query tell, by their information: a word that one article in some fifty
 * has tells half as much as one that hardly any has.
 */
function rarityOf(words: readonly QueryWord[], hits: readonly EngineHit[]): Rarity {
  const scored = hits.find(({ score }) => score.words.length === words.length)?.score.words ?? [];
  const byForm = new Map(
    words.map(({ word }, at) => [word.form, scored[at]?.information ?? RARE] as const),
  );
  return ({ form }) => Math.max(LEAST_RARITY, Math.min(1, (byForm.get(form) ?? RARE) / RARE));
}

/** The telling words of an article: of its title, and of the lead where the title is short. */
function queryOf({ title, body }: Article, deps: SearchDeps): QueryWord[] {
  const inTitle = tellingTokens(title, deps);
  const lead =
    inTitle.length < FEW_WORDS
      ? tellingTokens(body.slice(0, LEAD_CHARACTERS), deps).filter(({ name }) => name)
      : [];
  const byForm = new Map([...inTitle, ...lead].map((token) => [token.word.form, token]));
  return [...byForm.values()].sort(byTelling).slice(0, MOST_WORDS).map(toQueryWord);
}

/** Names first, then the longer words, which are the rarer ones. */
const byTelling = (a: Token, b: Token): number =>
  Number(b.name) - Number(a.name) || b.word.form.length - a.word.form.length;

const toQueryWord = ({ text, word, name }: Token): QueryWord => ({
  text,
  word,
  prefix: false,
  keyPrefixes: [],
  name,
});
