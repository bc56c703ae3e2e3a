import { whenFree } from './when-free.js';
import type { Outcome, WorkContext, WorkDeps } from './work.js';

/** Analyses every document anew beside the live index. */
export const reindex = ({ engine }: WorkDeps, context: WorkContext): Promise<Outcome> =>
  alone(context, async () => {
    await engine.rebuild(({ done, total }) => {
      context.progress(done, total);
      context.result({ reindexed: done });
    }, context.signal);
  });

/** Brings the former index back. */
export async function rollBack({ engine }: WorkDeps, context: WorkContext): Promise<Outcome> {
  const { capabilities, rollback } = engine;
  if (!rollback) return { failure: { message: noFormerIndex(capabilities.name) } };
  return alone(context, async () => context.result(await rollback()));
}

async function alone(context: WorkContext, work: () => Promise<void>): Promise<Outcome> {
  try {
    await whenFree(work, context.signal);
    return 'done';
  } catch (error) {
    if (!context.signal.aborted) throw error;
    context.result({});
    return 'stopped';
  }
}

/** Why an engine cannot roll back. */
export const noFormerIndex = (engine: string): string =>
  `The ${engine} engine keeps no former index; ask for a reindex instead.`;
