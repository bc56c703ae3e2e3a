import { z } from 'zod';
import { WordsRefusedError } from '../../../words/error.js';
import { addressOf } from '../../../web/desk/address.js';
import { ProposalsPage } from '../../../web/desk/proposals-page.js';
import { PROPOSALS_WORDS } from '../../../web/words/desk-proposals.data.js';
import type { Service } from '../../../service.js';
import { NOTHING, type Reply, type Route } from '../../route.js';
import { defineDeskRoute, seeOther, type DeskInput } from './desk-route.js';
import { createReasons } from './refused-reasons.js';

const PATH = '/desk/words/proposals';
const OpenQuery = z.object({
  done: z.enum(['accepted', 'rejected', 'gone']).optional().catch(undefined),
});
const Decision = z.object({
  intent: z.enum(['mine', 'accept', 'reject']),
  id: z.string().max(100).default(''),
});
type Decided = DeskInput<unknown, unknown, z.infer<typeof Decision>>;

/** Proposed spellings, accepted or rejected one by one. */
export function proposalRoutes(service: Service): Route[] {
  const { words } = service;
  const route = defineDeskRoute(service);
  const reasonsOf = createReasons(words);
  const back = (lang: Decided['lang'], done?: string): Reply =>
    seeOther(addressOf(lang, PATH, { done }));

  const intents = {
    mine: ({ lang }: Decided): Reply => {
      // It goes on when the page has been answered; what goes wrong shows in the list.
      void words.mine();
      return back(lang);
    },
    accept: async ({ body: { id }, caller: { keyId }, lang, frame }: Decided): Promise<Reply> => {
      const by = keyId === undefined ? {} : { by: keyId };
      try {
        const saved = words.accept(id, { ...by, note: PROPOSALS_WORDS[lang].note });
        return back(lang, saved ? 'accepted' : 'gone');
      } catch (error) {
        if (!(error instanceof WordsRefusedError)) throw error;
        const facts = { list: words.proposals(), reasons: reasonsOf(error, lang) };
        const page = ProposalsPage({ frame: await frame(), ...facts, note: 'refused' });
        return { status: 409, page };
      }
    },
    reject: ({ body: { id }, caller: { keyId }, lang }: Decided): Reply =>
      back(lang, words.reject(id, keyId) ? 'rejected' : 'gone'),
  };

  return [
    route(
      { method: 'get', path: PATH, summary: 'See proposed spellings' },
      { ...NOTHING, query: OpenQuery },
      async ({ query: { done }, frame }) => ({
        status: 200,
        page: ProposalsPage({ frame: await frame(), list: words.proposals(), note: done }),
      }),
    ),
    route(
      { method: 'post', path: PATH, summary: 'Accept or reject a spelling' },
      { ...NOTHING, query: z.unknown(), body: Decision },
      (input) => intents[input.body.intent](input),
    ),
  ];
}
