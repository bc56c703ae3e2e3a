import type { Outcome, WorkContext, WorkDeps } from './work.js';

/** Analyses every document anew beside the live index. */
export async function reindex({ engine }: WorkDeps, context: WorkContext): Promise<Outcome> {
  try {
    await engine.rebuild(({ done, total }) => {
      context.progress(done, total);
      context.result({ reindexed: done });
    }, context.signal);
    return 'done';
  } catch (error) {
    if (context.signal.aborted) {
      context.result({});
      return 'stopped';
    }
    throw error;
  }
}

/** Brings the former index back. */
export async function rollBack({ engine }: WorkDeps, context: WorkContext): Promise<Outcome> {
  if (!engine.rollback) return { failure: { message: noFormerIndex(engine.capabilities.name) } };
  context.result(await engine.rollback());
  return 'done';
}

/** Why an engine cannot roll back. */
export const noFormerIndex = (engine: string): string =>
  `The ${engine} engine keeps no former index; ask for a reindex instead.`;
