import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { packageRoot } from '../../indexer/config.js';
import type { RebuildProgress } from '../../indexer/engine.js';
import type { Mined } from '../../indexer/variants/mine.js';
import type { Environment } from '../environment.js';
import type { Miner } from './proposals.js';

/** What the thread that mines says. */
export type MinerMessage = { readonly progress: RebuildProgress } | { readonly mined: Mined };

/** Makes a miner of the index that an environment describes; it works in a thread of its own. */
export const createMiner =
  (environment: Environment): Miner =>
  (onProgress, signal) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(join(packageRoot(), 'dist/src/words/mine-worker.js'), {
        workerData: environment,
      });
      const stop = () => void worker.terminate();
      signal.addEventListener('abort', stop, { once: true });
      worker.on('message', (message: MinerMessage) => {
        if ('mined' in message) resolve(message.mined);
        else onProgress(message.progress);
      });
      worker.once('error', reject);
      worker.once('exit', () => {
        signal.removeEventListener('abort', stop);
        reject(new Error('The thread that mines has ended.'));
      });
    });
