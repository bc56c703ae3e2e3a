import { join } from 'node:path';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { packageRoot } from '../../../indexer/config.js';
import { EngineError, type EngineErrorCode } from '../../../indexer/engine.js';

/** What a worker thread can be asked: by name, with one argument, for one answer. */
export type Calls = Record<string, (input: never) => unknown>;
/** `null` for a call that takes nothing. */
type Input<Call> = Call extends () => unknown
  ? null
  : Call extends (input: infer In) => unknown
    ? In
    : never;
type Output<Call> = Call extends (input: never) => infer Out ? Out : never;

interface Request {
  readonly id: number;
  readonly name: string;
  readonly input: never;
}

interface Failure {
  readonly message: string;
  readonly code?: EngineErrorCode;
}

type Reply<Value> =
  | { readonly id: number; readonly value: Value }
  | { readonly id: number; readonly failure: Failure };

export interface WorkerClient<Service extends Calls> {
  call<Name extends keyof Service & string>(
    name: Name,
    input: Input<Service[Name]>,
  ): Promise<Output<Service[Name]>>;
  /** Calls that have no answer yet. */
  readonly waiting: number;
  /** The thread has died or been closed: every call fails. */
  readonly ended: boolean;
  close(): Promise<void>;
}

const CLOSED = 'The search engine has been closed.';

/**
 * Starts a worker thread from a compiled file beside this one. `data` is what the worker finds as
 * its start-up data; `onNotice` gets what it says unasked.
 */
export function startWorker<Service extends Calls>(
  file: string,
  data: unknown,
  onNotice?: (notice: unknown) => void,
): WorkerClient<Service> {
  const worker = new Worker(join(packageRoot(), 'dist/src/engines/embedded', file), {
    workerData: data,
    // A thread that only answers and forgets needs no large nursery.
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
  const pending = new Map<number, (reply: Reply<never>) => void>();
  let lastId = 0;

  let stopped = false;
  const failAll = (message: string) => {
    stopped = true;
    for (const [id, settle] of pending) settle({ id, failure: { message, code: 'unavailable' } });
  };
  worker.on('message', (message: Reply<never> | { readonly notice: unknown }) => {
    if ('notice' in message) onNotice?.(message.notice);
    else pending.get(message.id)?.(message);
  });
  worker.on('error', (error) => failAll(`A search thread failed: ${error.message}`));
  worker.on('exit', () => failAll(CLOSED));

  function call<Name extends keyof Service & string>(name: Name, input: Input<Service[Name]>) {
    // A thread that has ended would never answer.
    if (stopped) return Promise.reject(new EngineError('unavailable', CLOSED));
    return new Promise<Output<Service[Name]>>((resolve, reject) => {
      const id = ++lastId;
      pending.set(id, (reply: Reply<Output<Service[Name]>>) => {
        pending.delete(id);
        if ('failure' in reply) reject(toError(reply.failure));
        else resolve(reply.value);
      });
      worker.postMessage({ id, name, input });
    });
  }

  return {
    call,
    get waiting() {
      return pending.size;
    },
    get ended() {
      return stopped;
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

function toError({ message, code }: Failure): Error {
  return code === undefined ? new Error(message) : new EngineError(code, message);
}

/** In a worker thread: answers the calls with these functions. */
export function serveCalls(service: Calls): void {
  parentPort?.on('message', ({ id, name, input }: Request) => {
    try {
      const answer = service[name];
      if (!answer) throw new Error(`There is no call "${name}".`);
      parentPort?.postMessage({ id, value: answer(input) });
    } catch (error) {
      parentPort?.postMessage({ id, failure: toFailure(error) });
    }
  });
}

function toFailure(error: unknown): Failure {
  if (error instanceof EngineError) return { message: error.message, code: error.code };
  return { message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

/** In a worker thread: tells the main thread something unasked. */
export const notify = (notice: unknown): void => parentPort?.postMessage({ notice });

/** In a worker thread: what `startWorker` was given. */
export const startData = (): unknown => workerData;
