import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hasEnded } from './job.js';
import { StoredJob, toEntry, type Entry } from './record.js';

const RECORD = /^(.+)\.json$/;
const BODY = /^(.+)\.body$/;
const UNFINISHED = /\.(part|tmp)$/;

/**
 * Reads the jobs of a folder, oldest first, and deletes what belongs to none: uploads that were not
 * acknowledged, bodies of jobs that have ended. A file that cannot be read is said and left alone.
 */
export function loadEntries(folder: string, onNotice: (notice: string) => void): Entry[] {
  const names = readdirSync(folder).toSorted();
  const entries = names.flatMap((name) => {
    if (!RECORD.test(name)) return [];
    const read = readEntry(join(folder, name));
    if ('entry' in read) return [read.entry];
    onNotice(`${join(folder, name)} is no job that this version can read: ${read.reason}`);
    return [];
  });
  const ended = new Set(entries.flatMap(({ job }) => (hasEnded(job.status) ? [job.id] : [])));
  for (const name of names) {
    const id = BODY.exec(name)?.[1];
    const orphan = id !== undefined && (ended.has(id) || !names.includes(`${id}.json`));
    if (orphan || UNFINISHED.test(name)) rmSync(join(folder, name), { force: true });
  }
  return entries;
}

function readEntry(path: string): { entry: Entry } | { reason: string } {
  try {
    return { entry: toEntry(StoredJob.parse(JSON.parse(readFileSync(path, 'utf8')))) };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}
