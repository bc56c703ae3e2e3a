import type { Request } from 'express';
import type { Frame, IndexState, Who } from '../../../web/desk/frame.js';
import type { Language } from '../../../web/language.js';
import type { Service } from '../../../service.js';
import type { Caller } from '../../guard/caller.js';
import { withDeadline } from '../../guard/deadline.js';

/** How long a page waits for the figures of the index, in milliseconds: it is shown without them, too. */
const PATIENCE_MS = 1_500;
const late = () => new Error('The engine does not answer in time.');

type Sources = Pick<Service, 'engine' | 'keys' | 'readiness'>;

interface Asked {
  readonly caller: Caller;
  readonly request: Request;
}

/** What the frame of a page shows to a caller. */
export async function frameOf(
  service: Sources,
  { caller, request }: Asked,
  lang: Language,
): Promise<Frame> {
  const index = await indexState(service);
  return { lang, address: request.originalUrl, who: whoIs(caller, service.keys), index };
}

export async function indexState({
  engine,
  readiness,
}: Omit<Sources, 'keys'>): Promise<IndexState> {
  const [stats, { status, parts }] = await Promise.all([
    withDeadline(engine.stats(), PATIENCE_MS, late).catch(() => undefined),
    readiness(),
  ]);
  return {
    engine: parts.engine.status,
    ready: status === 'ready',
    ...(stats && { documents: stats.documents }),
    ...(stats?.updatedAt === undefined ? {} : { updatedAt: stats.updatedAt }),
  };
}

function whoIs({ role, keyId = '' }: Caller, keys: Sources['keys']): Who {
  return { role: role === 'admin' ? 'admin' : 'editor', name: nameOfKey(keys, keyId) };
}

/** What a key is called: its name, or else its id. */
export function nameOfKey(keys: Sources['keys'], id: string): string {
  const name = keys.list().find((record) => record.id === id)?.name;
  return name === undefined || name.trim() === '' ? id : name;
}
