import { z } from 'zod';
import type { Article } from '../../../../indexer/article.js';
import { addressOf, articleAddress } from '../../../web/desk/address.js';
import { ArticlePage, type ArticleNote } from '../../../web/desk/article-page.js';
import { ConflictPage } from '../../../web/desk/conflict-page.js';
import { RemovePage } from '../../../web/desk/remove-page.js';
import { valuesOf, type ArticleValues } from '../../../web/desk/values.js';
import type { Service } from '../../../service.js';
import { documentNotFound } from '../../problem.js';
import { NOTHING, type Reply, type Route } from '../../route.js';
import { createArticleStore } from './article-store.js';
import { articleFields, fieldErrors } from './article-values.js';
import { defineDeskRoute, seeOther, type DeskInput } from './desk-route.js';

const PATH = '/desk/articles/{id}';
const ArticlePath = z.object({ id: z.string().max(1_000) });
const OpenQuery = z.object({
  done: z.enum(['saved', 'added', 'unchanged']).optional().catch(undefined),
  remove: z.string().optional().catch(undefined),
});

/** What may be done with the form: `edit` goes on with what it holds. */
const Form = z.object({
  ...articleFields,
  opened: z.string().max(100).default(''),
  intent: z.enum(['save', 'edit', 'remove']).default('save'),
});
type Form = z.infer<typeof Form>;
type Submitted = DeskInput<{ readonly id: string }, unknown, Form>;

/** One article: opened, edited, deleted. */
export function articleRoutes(service: Service): Route[] {
  const { engine, topics } = service;
  const store = createArticleStore(service);
  const route = defineDeskRoute(service);
  const catalogue = { topics: topics.topics };

  async function save({ params: { id }, body, lang, frame }: Submitted): Promise<Reply> {
    const values = toValues(id, body);
    const { opened } = body;
    try {
      const saved = await store.save(values, opened);
      if (saved.became === 'conflict') return await choose(values, saved.theirs, frame);
      return seeOther(articleAddress(lang, id, { done: saved.became }));
    } catch (error) {
      const errors = fieldErrors(error, lang);
      if (errors === undefined) throw error;
      const facts = { frame: await frame(), ...catalogue, values, opened, errors };
      return { status: 422, page: ArticlePage(facts) };
    }
  }

  async function choose(
    mine: ArticleValues,
    theirs: Article | undefined,
    frame: Submitted['frame'],
  ): Promise<Reply> {
    const facts = { frame: await frame(), ...catalogue, mine, opened: store.tagOf(theirs) };
    const page = ConflictPage({ ...facts, theirs: theirs && valuesOf(theirs) });
    return { status: 409, page };
  }

  async function remove({ params: { id }, body, lang, frame }: Submitted): Promise<Reply> {
    const theirs = await store.remove(id, body.opened);
    if (!theirs) return seeOther(addressOf(lang, '/desk/articles', { done: 'deleted' }));
    const asked = { values: valuesOf(theirs), opened: store.tagOf(theirs), changed: true };
    return { status: 409, page: RemovePage({ frame: await frame(), ...asked }) };
  }

  async function goOn({ params: { id }, body, frame }: Submitted): Promise<Reply> {
    const note: ArticleNote = 'goingOn';
    const facts = { ...catalogue, values: toValues(id, body), opened: body.opened, note };
    return { status: 200, page: ArticlePage({ frame: await frame(), ...facts }) };
  }

  return [
    route(
      { method: 'get', path: PATH, summary: 'Open an article' },
      { ...NOTHING, params: ArticlePath, query: OpenQuery },
      async ({ params: { id }, query, frame }) => {
        const article = await engine.get(id);
        if (!article) throw documentNotFound('path');
        const facts = { frame: await frame(), values: valuesOf(article) };
        const opened = store.tagOf(article);
        if (query.remove) return { status: 200, page: RemovePage({ ...facts, opened }) };
        const page = ArticlePage({ ...facts, ...catalogue, opened, note: query.done });
        return { status: 200, page };
      },
    ),
    route(
      { method: 'post', path: PATH, summary: 'Save or delete an article' },
      { ...NOTHING, params: ArticlePath, query: z.unknown(), body: Form },
      (input) => {
        const { intent } = input.body;
        return { save, remove, edit: goOn }[intent](input);
      },
    ),
  ];
}

const Values = z.object(articleFields);

/** The fields of the article alone; what is wanted with them is no part of it. */
const toValues = (id: string, form: Form): ArticleValues => ({ id, ...Values.parse(form) });
