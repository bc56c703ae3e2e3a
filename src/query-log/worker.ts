import { z } from 'zod';
import { serveCalls, startData } from '../engines/embedded/rpc.js';
import { openQueryTable } from './table.js';

/** Keeps the counts in a thread of its own, so that no search ever waits for the disk. */
export type QueryLogService = typeof service;

/** What the thread is started with. */
const Start = z.object({
  file: z.string(),
  limits: z.object({
    days: z.int(),
    queriesADay: z.int(),
    forms: z.int(),
    bytes: z.number(),
  }),
});

const { file, limits } = Start.parse(startData());
const table = openQueryTable(file, limits);

const service = {
  add: table.add,
  list: table.list,
  days: table.days,
  clear: (): void => table.clear(),
  /** Puts everything into the file itself. */
  close: (): void => table.close(),
};

serveCalls(service);
