import type { Article } from '../../../../indexer/article.js';
import { recordOf, type ArticleValues } from '../../../web/desk/values.js';
import type { Service } from '../../../service.js';
import { entityTag } from '../../entity-tag.js';

/** What became of a form: written, or refused because somebody else has written meanwhile. */
export type Saved =
  | { readonly became: 'saved' | 'unchanged'; readonly article: Article }
  | { readonly became: 'conflict'; readonly theirs?: Article };

/** Entity tag of an article that is not there. */
export const NOTHING_OPENED = '';

const tagOf = (article: Article | undefined): string =>
  article ? entityTag(article) : NOTHING_OPENED;

type Sources = Pick<Service, 'engine' | 'toArticle' | 'toDocument' | 'inTurn'>;

/** Writes articles of forms; what was opened must still be there as it was. */
export function createArticleStore({ engine, toArticle, toDocument, inTurn }: Sources) {
  /** @throws RecordError naming the field and what was expected */
  const read = (values: ArticleValues): Article =>
    toArticle({
      place: 'form',
      record: recordOf(values),
      idBase: { name: 'desk', shared: true },
    });

  /** @throws RecordError, EngineError */
  function save(values: ArticleValues, opened: string): Promise<Saved> {
    const article = read(values);
    return inTurn(article.id, async (): Promise<Saved> => {
      const theirs = await engine.get(article.id);
      // Also when a form is sent twice: what was to be written is there.
      if (tagOf(theirs) === tagOf(article)) return { became: 'unchanged', article };
      if (tagOf(theirs) !== opened) return { became: 'conflict', ...(theirs && { theirs }) };
      await engine.upsert([toDocument(article)]);
      return { became: 'saved', article: (await engine.get(article.id)) ?? article };
    });
  }

  /** Gives the article that is there instead of what was opened; undefined when it is removed. */
  const remove = (id: string, opened: string): Promise<Article | undefined> =>
    inTurn(id, async () => {
      const theirs = await engine.get(id);
      if (theirs && tagOf(theirs) !== opened) return theirs;
      if (theirs) await engine.remove([id]);
      return undefined;
    });

  return { read, save, remove, tagOf };
}
