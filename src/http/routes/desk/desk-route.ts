import { z } from 'zod';
import { LANGUAGE_PARAMETER, languageOf, type Language } from '../../../web/language.js';
import type { Frame } from '../../../web/desk/frame.js';
import type { Service } from '../../../service.js';
import {
  defineRoute,
  type Input,
  type Reply,
  type Route,
  type RouteFacts,
  type Schemas,
} from '../../route.js';
import { frameOf } from './frame.js';

/** What a page of the desk gets beside what every handler gets. */
export interface DeskInput<Path, Query, Body> extends Input<Path, Query, Body> {
  readonly lang: Language;
  /** What the frame around the page shows. */
  readonly frame: () => Promise<Frame>;
}

type DeskFacts = Pick<RouteFacts, 'method' | 'path' | 'summary'> & Partial<RouteFacts>;

type DeskHandler<Path, Query, Body> = (
  input: DeskInput<Path, Query, Body>,
) => Promise<Reply | undefined> | Reply;

/** A page that any address may ask for, whatever else stands in it; people mistype and bookmark. */
export const ANYTHING = {
  params: z.unknown().transform(() => undefined),
  query: z.unknown().transform(() => undefined),
};

const ANSWERS = { 200: { description: 'A page.', type: 'text/html' } };

/**
 * Makes `defineRoute` for pages of the desk: for editors, in HTML, with language and frame.
 *
 * @example defineDeskRoute(service)({ method: 'get', path: '/desk/x', summary: '…' }, { ...NOTHING, ...ANYTHING }, handle)
 */
export const defineDeskRoute =
  (service: Service) =>
  <Path, Query, Body>(
    facts: DeskFacts,
    schemas: Schemas<Path, Query, Body>,
    handle: DeskHandler<Path, Query, Body>,
  ): Route =>
    defineRoute(
      {
        tag: 'pages',
        speaks: 'html',
        access: 'editor',
        answers: ANSWERS,
        problems: [],
        ...facts,
      },
      schemas,
      (input) => {
        const lang = languageOf(input.request.query[LANGUAGE_PARAMETER]);
        return handle({ ...input, lang, frame: () => frameOf(service, input, lang) });
      },
    );

export type DefineDeskRoute = ReturnType<typeof defineDeskRoute>;

/** After a form: go and look, so that reloading does not send it again. */
export const seeOther = (address: string): Reply => ({
  status: 303,
  headers: { Location: address, 'Cache-Control': 'no-store' },
});
