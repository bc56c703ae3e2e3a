import { z } from 'zod';
import { addressOf, groupAddress } from '../../../web/desk/address.js';
import { GroupPage, type GroupFacts, type GroupNote } from '../../../web/desk/group-page.js';
import { groupValuesOf, NO_GROUP, withMember } from '../../../web/desk/group-values.js';
import type { Service } from '../../../service.js';
import { Problem } from '../../problem.js';
import { NOTHING, type Reply, type Route } from '../../route.js';
import { defineDeskRoute, seeOther, type DeskInput } from './desk-route.js';
import { createGroupDesk, type Judged } from './group-desk.js';
import { GroupForm, groupTag, groupValues } from './group-form.js';

const GroupPath = z.object({ id: z.string().max(200) });
const phrase = z.string().trim().max(200).catch('').default('');
const OpenQuery = z.object({
  done: z.enum(['saved', 'unchanged']).optional().catch(undefined),
  version: z.coerce.number().int().min(0).max(1e9).catch(0).default(0),
  phrase,
});
const NewQuery = z.object({ phrase, head: phrase });

type Submitted = DeskInput<unknown, unknown, GroupForm>;

/** One group of words: opened, tried, saved, put back. */
export function groupRoutes(service: Service): Route[] {
  const desk = createGroupDesk(service);
  const route = defineDeskRoute(service);

  async function show(
    { body, frame }: Submitted,
    status: number,
    facts: Partial<GroupFacts>,
  ): Promise<Reply> {
    const values = groupValues(body);
    const known = desk.find(values.id);
    const { opened, q, why } = body;
    const shown = { frame: await frame(), values, opened, known, q, why, ...facts };
    return { status, page: GroupPage(shown) };
  }

  /** Everything that is wrong with a form, and nothing where it can be saved. */
  async function refuse(input: Submitted, judged: Judged): Promise<Reply | undefined> {
    const { errors, findings, accepted } = judged;
    if (errors.length > 0) return show(input, 422, { errors, findings });
    if (findings.length === 0 || input.body.accepted === accepted) return undefined;
    return show(input, 422, { findings, accepted });
  }

  async function save(input: Submitted): Promise<Reply> {
    const { body, caller, lang } = input;
    const known = desk.find(body.id);
    if (groupTag(known?.group) !== body.opened) {
      return show(input, 409, { opened: groupTag(known?.group), conflict: true });
    }
    const judged = desk.judge(groupValues(body), lang);
    const refused = await refuse(input, judged);
    if (refused || !judged.change) return refused ?? show(input, 422, judged);
    const { version } = desk.save(judged.change, { caller, why: body.why });
    const done = version ? { done: 'saved', version: version.number } : { done: 'unchanged' };
    return seeOther(groupAddress(lang, judged.id, done));
  }

  async function unset(input: Submitted): Promise<Reply> {
    const { body, caller, lang } = input;
    const known = desk.find(body.id);
    if (!known) return seeOther(addressOf(lang, '/desk/words', { done: 'dropped' }));
    const judged = desk.judgeUnset(known, lang);
    if (judged.errors.length > 0) return show(input, 422, judged);
    const { version } = desk.save({ unset: [body.id] }, { caller, why: body.why });
    if (known.origin === 'added') {
      return seeOther(addressOf(lang, '/desk/words', { done: 'dropped' }));
    }
    const done = version ? { done: 'saved', version: version.number } : { done: 'unchanged' };
    return seeOther(groupAddress(lang, body.id, done));
  }

  return [
    route(
      { method: 'get', path: '/desk/words/new', summary: 'Begin a group', heavy: true },
      { ...NOTHING, query: NewQuery },
      async ({ query, lang, frame }) => {
        const values = withMember({ ...NO_GROUP, head: query.head }, query.phrase);
        const q = query.phrase === '' ? query.head : query.phrase;
        const tried = q === '' ? undefined : await desk.attempt(values, lang, q);
        return {
          status: 200,
          page: GroupPage({ frame: await frame(), values, opened: '', q, tried }),
        };
      },
    ),
    route(
      { method: 'get', path: '/desk/words/groups/{id}', summary: 'Open a group', heavy: true },
      { ...NOTHING, params: GroupPath, query: OpenQuery },
      async ({ params: { id }, query, lang, frame }) => {
        const known = desk.find(id);
        if (!known) throw new Problem('not_found', 'There is no group of this id.');
        const values = withMember(groupValuesOf(known.group), query.phrase);
        const q = query.phrase === '' ? values.head : query.phrase;
        const facts = { values, opened: groupTag(known.group), known, q };
        const adding = query.phrase !== '';
        const tried = adding ? { tried: await desk.attempt(values, lang, q) } : {};
        const note = noteOf(query);
        return { status: 200, page: GroupPage({ frame: await frame(), ...facts, ...tried, note }) };
      },
    ),
    ...['/desk/words/new', '/desk/words/groups/{id}'].map((path) =>
      route(
        { method: 'post', path, summary: 'Save a group' },
        { ...NOTHING, params: z.unknown(), query: z.unknown(), body: GroupForm },
        (input) => (input.body.intent === 'unset' ? unset(input) : save(input)),
      ),
    ),
    route(
      { method: 'post', path: '/desk/words/try', summary: 'Try a change of words', heavy: true },
      { ...NOTHING, params: z.unknown(), query: z.unknown(), body: GroupForm },
      async (input) => {
        const { body, lang } = input;
        const values = groupValues(body);
        const { errors, findings, accepted } = desk.judge(values, lang);
        const tried = await desk.attempt(values, lang, body.q);
        return show(input, 200, { errors, findings, accepted, tried });
      },
    ),
  ];
}

const noteOf = ({ done, version }: z.infer<typeof OpenQuery>): GroupNote | undefined =>
  done === undefined ? undefined : { became: done, version };
