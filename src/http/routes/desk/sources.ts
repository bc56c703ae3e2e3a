import { z } from 'zod';
import type { SourceReport } from '../../../sync/report.js';
import { SourcesError } from '../../../sync/sources.js';
import type { Asker, SourceStatus } from '../../../sync/sync.js';
import { addressOf } from '../../../web/desk/address.js';
import type { FieldError } from '../../../web/desk/field.js';
import { SourcePage } from '../../../web/desk/source-page.js';
import { NO_SOURCE, sourceValuesOf } from '../../../web/desk/source-values.js';
import { SourcesPage } from '../../../web/desk/sources-page.js';
import type { Language } from '../../../web/language.js';
import { SOURCES_WORDS } from '../../../web/words/desk-sources.data.js';
import type { Service } from '../../../service.js';
import { Problem } from '../../problem.js';
import { NOTHING, type Reply, type Route } from '../../route.js';
import { ANYTHING, defineDeskRoute, seeOther, type DeskInput } from './desk-route.js';
import { readSource, SourceForm } from './source-form.js';

const SourcePath = z.object({ id: z.string().max(100) });
const ListQuery = z.object({ done: z.literal('removed').optional().catch(undefined) });
const OpenQuery = z.object({ done: z.literal('saved').optional().catch(undefined) });
type Submitted = DeskInput<{ readonly id: string }, unknown, SourceForm>;

const SHOWN_RUNS = 10;

/** The portals that are read: listed, added, changed, tried, read now, removed. */
export function sourceRoutes(service: Service): Route[] {
  const { sync, logger } = service;
  const route = defineDeskRoute(service);
  /** What trying a source has shown last; the next process has to try again. */
  const tries = new Map<string, SourceReport>();

  /** @throws Problem where there is none of this id, or the file cannot be used */
  function find(id: string): SourceStatus {
    const found = listed()?.find(({ source }) => source.id === id);
    if (!found) throw new Problem('not_found', 'There is no such source.');
    return found;
  }

  function listed(): SourceStatus[] | undefined {
    try {
      return sync.list();
    } catch (error) {
      if (!(error instanceof SourcesError)) throw error;
      logger.warn({ err: error }, 'sources');
      return undefined;
    }
  }

  const factsOf = (status: SourceStatus) => ({
    status,
    history: sync.history(status.source.id, SHOWN_RUNS),
    tried: tries.get(status.source.id),
  });

  /** Goes on when the page has been answered; what goes wrong is in the report. */
  function start(id: string, dryRun: boolean): void {
    tries.delete(id);
    const keep = (report: SourceReport | undefined) => {
      if (dryRun && report) tries.set(id, report);
    };
    sync
      .run(id, { dryRun })
      .then(({ sources: [report] }) => keep(report))
      .catch((error: unknown) => logger.warn({ err: error }, 'source'));
  }

  async function save(input: Submitted, status?: SourceStatus): Promise<Reply> {
    const { body, lang, frame, caller } = input;
    const values = { ...body, id: status?.source.id ?? body.id };
    const refuse = async (errors: readonly FieldError[]): Promise<Reply> => {
      const facts = { values, errors, ...(status ? factsOf(status) : {}) };
      return { status: 422, page: SourcePage({ frame: await frame(), ...facts }) };
    };
    const { source, errors } = readSource(values, lang, status?.source);
    if (!source) return refuse(errors);
    const isTaken = (id: string) => id === 'new' || listed()?.some((one) => one.source.id === id);
    if (!status && isTaken(source.id)) {
      return refuse([{ field: 'id', message: SOURCES_WORDS[lang].errors.taken }]);
    }
    const asker: Asker = caller.role === 'admin' ? 'operator' : 'editor';
    try {
      const saved = status ? sync.change(status.source.id, source, asker) : sync.add(source, asker);
      return seeOther(addressOf(lang, `/desk/sources/${saved.id}`, { done: 'saved' }));
    } catch (error) {
      return refuse([sayRefusal(error, lang)]);
    }
  }

  function act(input: Submitted): Promise<Reply> | Reply {
    const { body, lang, params } = input;
    const status = find(params.id);
    const { id } = status.source;
    if (body.intent === 'save') return save(input, status);
    if (body.intent === 'remove') {
      sync.remove(id);
      tries.delete(id);
      return seeOther(addressOf(lang, '/desk/sources', { done: 'removed' }));
    }
    start(id, body.intent === 'try');
    return seeOther(addressOf(lang, `/desk/sources/${id}`));
  }

  return [
    route(
      { method: 'get', path: '/desk/sources', summary: 'See the portals that are read' },
      { ...NOTHING, query: ListQuery },
      async ({ query: { done }, frame }) => {
        const sources = listed();
        const facts = { frame: await frame(), note: done, ...(sources ? { sources } : {}) };
        return { status: 200, page: SourcesPage(facts) };
      },
    ),
    route(
      { method: 'get', path: '/desk/sources/new', summary: 'Begin a source' },
      { ...NOTHING, ...ANYTHING },
      async ({ frame }) => ({
        status: 200,
        page: SourcePage({ frame: await frame(), values: NO_SOURCE }),
      }),
    ),
    route(
      { method: 'post', path: '/desk/sources/new', summary: 'Add a source' },
      { ...NOTHING, query: z.unknown(), params: z.object({}), body: SourceForm },
      (input) => save({ ...input, params: { id: '' } }),
    ),
    route(
      { method: 'get', path: '/desk/sources/{id}', summary: 'Open a source' },
      { ...NOTHING, params: SourcePath, query: OpenQuery },
      async ({ params, query: { done }, frame }) => {
        const status = find(params.id);
        const facts = { values: sourceValuesOf(status.source), ...factsOf(status), note: done };
        return { status: 200, page: SourcePage({ frame: await frame(), ...facts }) };
      },
    ),
    route(
      { method: 'post', path: '/desk/sources/{id}', summary: 'Change, read or remove a source' },
      { ...NOTHING, params: SourcePath, query: z.unknown(), body: SourceForm },
      act,
    ),
  ];
}

/** What only an operator may do, in words; of the rest only that it did not work. */
function sayRefusal(error: unknown, lang: Language): FieldError {
  if (!(error instanceof SourcesError)) throw error;
  const { operator, other } = SOURCES_WORDS[lang].errors;
  return { field: 'url', message: error.message.includes('only an operator') ? operator : other };
}
