import { z } from 'zod';
import { hasEnded, type JobSummary } from '../../../jobs/job.js';
import { addressOf } from '../../../web/desk/address.js';
import { RollbackPage } from '../../../web/desk/rollback-page.js';
import { RUN_KINDS, type Run } from '../../../web/desk/run.js';
import { RunPage } from '../../../web/desk/run-page.js';
import { RunsPage } from '../../../web/desk/runs-page.js';
import type { Service } from '../../../service.js';
import { EVENT_STREAM, NOTHING, type Route } from '../../route.js';
import { watchJob } from '../job-events.js';
import { jobNotFound } from '../jobs.js';
import { ANYTHING, defineDeskRoute, seeOther } from './desk-route.js';
import { nameOfKey } from './frame.js';

const choice = z.string().max(100).catch('').default('');
const RunsQuery = z.object({ kind: choice, status: choice });
const RunPath = z.object({ id: z.string().max(100) });
const RunQuery = z.object({ done: z.enum(['sent', 'canceling']).optional().catch(undefined) });
const Wanted = z.object({ kind: z.enum(['reindex', 'rollback']) });

/** Jobs are kept up to this number. */
const ALL = 1_000;
/** Runs of the history on one page. */
const SHOWN = 100;

/** Runs: asked for, watched, canceled, looked up. */
export function runRoutes(service: Service): Route[] {
  const { jobs, keys, engine } = service;
  const route = defineDeskRoute(service);

  function runOf(job: JobSummary): Run[] {
    const kind = RUN_KINDS.find((known) => known === job.kind);
    if (kind === undefined) return [];
    const { by } = job;
    return [{ kind, job, ...(by && { who: { id: by, name: nameOfKey(keys, by) } }) }];
  }

  return [
    route(
      { method: 'get', path: '/desk/runs', summary: 'Show the runs' },
      { ...NOTHING, query: RunsQuery },
      async ({ query: filter, frame }) => {
        const all = jobs.list({ limit: ALL }).jobs.flatMap(runOf);
        const runs = all
          .filter(({ kind }) => filter.kind === '' || kind === filter.kind)
          .filter(({ job }) => filter.status === '' || job.status === filter.status);
        const open = all.filter(({ job }) => !hasEnded(job.status));
        const current = open.at(-1);
        const reindexing = open.some(({ kind }) => kind === 'reindex');
        const canRollBack = engine.rollback !== undefined;
        const facts = { filter, current, reindexing, canRollBack, now: Date.now() };
        const page = RunsPage({ frame: await frame(), runs: runs.slice(0, SHOWN), ...facts });
        return { status: 200, page };
      },
    ),
    route(
      {
        method: 'post',
        path: '/desk/runs',
        summary: 'Reindex, or go back',
        problems: ['conflict'],
      },
      { ...NOTHING, ...ANYTHING, body: Wanted },
      async ({ body, caller, lang }) => {
        const { job } = await jobs.enqueue(body, { by: caller.keyId });
        return seeOther(addressOf(lang, `/desk/runs/${job.id}`));
      },
    ),
    route(
      { method: 'get', path: '/desk/runs/rollback', summary: 'Ask before going back' },
      { ...NOTHING, ...ANYTHING },
      async ({ frame }) => ({ status: 200, page: RollbackPage({ frame: await frame() }) }),
    ),
    route(
      { method: 'get', path: '/desk/runs/{id}', summary: 'Show a run' },
      { ...NOTHING, params: RunPath, query: RunQuery },
      async ({ params: { id }, query: { done: note }, frame }) => {
        const job = await jobs.get(id);
        const [run] = job ? runOf(job) : [];
        if (!job || !run) throw jobNotFound();
        const { errors = [], errorsOmitted: omitted = 0 } = job;
        const facts = { run, note, now: Date.now(), errors, omitted };
        return { status: 200, page: RunPage({ frame: await frame(), ...facts }) };
      },
    ),
    route(
      {
        method: 'get',
        path: '/desk/runs/{id}/events',
        summary: 'Watch a run',
        answers: { 200: { description: 'Events.', type: EVENT_STREAM } },
      },
      { ...NOTHING, ...ANYTHING, params: RunPath },
      ({ params: { id }, ...asked }) => watchJob(jobs, id, asked),
    ),
    route(
      { method: 'post', path: '/desk/runs/{id}/cancel', summary: 'Cancel a run' },
      { ...NOTHING, ...ANYTHING, params: RunPath },
      async ({ params: { id }, lang }) => {
        const job = await jobs.cancel(id);
        if (!job) throw jobNotFound();
        const done = hasEnded(job.status) ? undefined : 'canceling';
        return seeOther(addressOf(lang, `/desk/runs/${job.id}`, { done }));
      },
    ),
  ];
}
