import type { Article } from '../article.js';
import type { Analyzer, Token } from '../language/analyzer.js';

/** Words that stand near one another: a headline, or a paragraph. */
export type Passage = readonly Token[];

/** What one word of running text is counted by: letters only, at least two. */
const WORD = /^[a-z]{2,}$/;

/**
 * The passages of an article, in order. Numbers, marks and words of scripts that do not fold to
 * Latin letters are left out, so that a word's neighbours are words.
 *
 * @example [...passagesOf({ title: 'COP29 Bakıda', body: '' …}, analyzer)] // one passage: [Bakıda]
 */
export function* passagesOf(article: Article, analyzer: Analyzer): Generator<Passage> {
  for (const text of [article.title, article.subtitle ?? '', ...article.body.split('\n')]) {
    const words = Array.from(analyzer.tokens(text)).filter(({ word }) => WORD.test(word.fold));
    if (words.length > 0) yield words;
  }
}
