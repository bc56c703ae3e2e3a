import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { z } from 'zod';

/** What a worker says of itself, in the order in which it happened. */
export const Note = z.discriminatedUnion('what', [
  /** A write is about to be asked for; a version of 0 is a removal. */
  z.object({
    what: z.literal('begun'),
    lane: z.string(),
    ids: z.array(z.string()),
    version: z.int(),
  }),
  /** The write that was begun last on this lane is acknowledged, or was answered with an error. */
  z.object({ what: z.literal('acknowledged'), lane: z.string() }),
  z.object({ what: z.literal('failed'), lane: z.string(), reason: z.string() }),
  z.object({ what: z.literal('started'), work: z.enum(['rebuild', 'rollback']) }),
  z.object({ what: z.literal('finished'), work: z.enum(['rebuild', 'rollback']) }),
  z.object({
    what: z.literal('given up'),
    work: z.enum(['rebuild', 'rollback']),
    reason: z.string(),
  }),
  /** After a kill: so many articles were looked at, and these were not as acknowledged before. */
  z.object({ what: z.literal('checked'), articles: z.int(), lost: z.array(z.string()) }),
]);

export type Note = z.infer<typeof Note>;

/** Opens a log to be added to: a note is on the disk when `write` returns, whoever is killed then. */
export function openLog(path: string) {
  const file = openSync(path, 'a');
  return {
    write: (note: Note): void => {
      writeSync(file, `${JSON.stringify(note)}\n`);
      fsyncSync(file);
    },
    close: () => closeSync(file),
  };
}

export type Log = ReturnType<typeof openLog>;

/** All the notes of a log, oldest first. */
export function readLog(path: string): Note[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => Note.parse(JSON.parse(line)));
}
