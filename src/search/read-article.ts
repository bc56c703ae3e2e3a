import type { Article } from '../../indexer/article.js';
import type { Filter } from '../../indexer/filter.js';
import { createAsker, type SearchDeps } from './ask.js';
import { findMarks, markHtml, type Sought } from './highlight.js';
import { soughtWords } from './layers.js';
import { SearchRequest, type Inside } from './request.js';
import { isVisible } from './visible.js';

/** An article to be read, with what a query meets in it marked. */
export interface ReadArticle {
  readonly article: Article;
  /** HTML: escaped, with `<mark>` as its only tag. */
  readonly title: string;
  readonly subtitle?: string;
  /** HTML of each paragraph, without empty ones. */
  readonly paragraphs: readonly string[];
}

export interface ReadRequest extends Pick<Inside, 'only'> {
  readonly id: string;
  /** Nothing is marked when it is empty. */
  readonly q: string;
}

/** Gives an article for reading; undefined when there is none of this id, or none for this caller. */
export type ArticleReader = (request: ReadRequest) => Promise<ReadArticle | undefined>;

const NOTHING_SOUGHT: Sought = { words: [], alternatives: [] };

/**
 * Makes the reader of articles.
 *
 * @example (await createArticleReader(deps)({ id: 'neft', q: 'bakı' }))?.paragraphs // ['<mark>Bakıda</mark> …']
 */
export function createArticleReader(deps: SearchDeps): ArticleReader {
  const { engine, analyzer } = deps;
  const asker = createAsker(deps);

  async function soughtIn({ id, q, only }: ReadRequest): Promise<Sought> {
    if (q.trim() === '') return NOTHING_SOUGHT;
    const one: Filter = { attribute: 'id', in: [id] };
    const { read, result } = await asker.answer({
      ...SearchRequest.parse({ q }),
      only: only ? { all: [only, one] } : one,
      window: { offset: 0, limit: 1 },
    });
    return { words: soughtWords(read, result.words), alternatives: read.alternatives };
  }

  return async (request) => {
    const article = await engine.get(request.id);
    if (!article || !(await isVisible(engine, request.id, request.only))) return undefined;
    const sought = await soughtIn(request);
    const mark = (text: string) => markHtml(text, findMarks(text, sought, analyzer, Infinity));
    const { title, subtitle, body } = article;
    return {
      article,
      title: mark(title),
      ...(subtitle === undefined ? {} : { subtitle: mark(subtitle) }),
      paragraphs: paragraphsOf(body).map(mark),
    };
  };
}

/** @example paragraphsOf('Bir.\n\n İki. ') // ['Bir.', 'İki.'] */
export const paragraphsOf = (body: string): string[] =>
  body
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
