import { z } from 'zod';
import type { Article } from '../../../../indexer/article.js';
import { isHtml, textOfHtml } from '../../../../indexer/extraction/html-text.js';
import { PageText, RecordError } from '../../../../indexer/sources/source.js';
import { articleAddress } from '../../../web/desk/address.js';
import { NewPage } from '../../../web/desk/new-page.js';
import { valuesOf, type ArticleValues } from '../../../web/desk/values.js';
import { ARTICLE_WORDS } from '../../../web/words/desk-article.data.js';
import type { Service } from '../../../service.js';
import { NOTHING, type Reply, type Route } from '../../route.js';
import { createArticleStore, NOTHING_OPENED } from './article-store.js';
import { articleFields, fieldErrors } from './article-values.js';
import { ANYTHING, defineDeskRoute, seeOther, type DeskInput } from './desk-route.js';

const NewArticle = z.object({ ...articleFields, id: z.string().default('') });
const Pasted = z.object({ page: z.string().default('') });

/** Articles that are not there yet: found on a page, or written. */
export function newArticleRoutes(service: Service): Route[] {
  const { toArticle, topics } = service;
  const store = createArticleStore(service);
  const route = defineDeskRoute(service);

  function find(pasted: string): Article | undefined {
    const text = isHtml(pasted) ? textOfHtml(pasted) : pasted;
    const record = new PageText(text.replaceAll('\r\n', '\n'));
    try {
      return toArticle({ place: 'pasted', record, idBase: { name: 'desk', shared: true } });
    } catch (error) {
      if (error instanceof RecordError) return undefined;
      throw error;
    }
  }

  async function add({ body, lang, frame }: DeskInput<unknown, unknown, ArticleValues>) {
    const values = body;
    const refuse = async (errors: ReturnType<typeof fieldErrors>, taken?: string) => {
      const facts = { frame: await frame(), topics, values, errors: errors ?? [], taken };
      return { status: 422, page: NewPage(facts) } satisfies Reply;
    };
    try {
      const saved = await store.save(values, NOTHING_OPENED);
      if (saved.became !== 'conflict') {
        const done = saved.became === 'saved' ? 'added' : saved.became;
        return seeOther(articleAddress(lang, saved.article.id, { done }));
      }
      const message = ARTICLE_WORDS[lang].errors.taken;
      return await refuse([{ field: 'id', message }], saved.theirs?.id);
    } catch (error) {
      const errors = fieldErrors(error, lang);
      if (errors === undefined) throw error;
      return refuse(errors);
    }
  }

  return [
    route(
      { method: 'get', path: '/desk/new', summary: 'Begin an article' },
      { ...NOTHING, ...ANYTHING },
      async ({ frame }) => ({ status: 200, page: NewPage({ frame: await frame(), topics }) }),
    ),
    route(
      { method: 'post', path: '/desk/new', summary: 'Find the article on a page' },
      { ...NOTHING, ...ANYTHING, body: Pasted },
      async ({ body: { page: pasted }, frame }) => {
        const facts = { frame: await frame(), topics, pasted };
        const found = find(pasted);
        if (!found) return { status: 200, page: NewPage({ ...facts, found: 'nothing' }) };
        const values = { ...valuesOf(found), id: '' };
        return { status: 200, page: NewPage({ ...facts, found, values }) };
      },
    ),
    route(
      { method: 'post', path: '/desk/articles', summary: 'Add an article' },
      { ...NOTHING, ...ANYTHING, body: NewArticle },
      add,
    ),
  ];
}
