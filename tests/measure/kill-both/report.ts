import type { Comparison } from './compare.js';
import { expect } from './expected.js';
import type { Note } from './log.js';
import type { Watch } from './watch.js';

export interface Report {
  readonly logs: readonly (readonly Note[])[];
  readonly kills: Readonly<Record<string, number>>;
  /** Workers that had ended by themselves. */
  readonly faults: number;
  readonly watching: Watch;
  /** Before and after the last rebuild. */
  readonly comparisons: readonly [Comparison, Comparison];
  readonly others: readonly { readonly name: string; readonly isMarked: boolean }[];
  /** Writes that the outbox keeps though nothing waits. */
  readonly kept: number;
}

const MOST_OTHERS = 1;

/** Prints what happened; whether nothing was lost and nothing left behind. */
export function printReport(report: Report): boolean {
  const { logs, kills, faults, watching, comparisons, others, kept } = report;
  const checks = logs.flat().filter((note) => note.what === 'checked');
  const lost = [...comparisons, ...checks].flatMap((found) => found.lost);
  const promised = logs.map((notes) => expect(notes));
  printRow(
    'kills',
    Object.entries(kills)
      .map(([name, count]) => `${name} ${count}`)
      .join(', '),
  );
  printRow('writes sent', sum(promised.map(({ sent }) => sent)));
  printRow('writes acknowledged', sum(promised.map(({ acknowledged }) => acknowledged)));
  printRow('writes failed', reasons(logs, 'failed'));
  for (const work of ['rebuild', 'rollback'] as const) printRow(`${work}s`, countWork(logs, work));
  printRow('given up', reasons(logs, 'given up'));
  printRow('indexes live, one by one', watching.runs.length);
  printRow('looks at the live index', watching.looks);
  printRow('of these half an index', watching.halves.length);
  printRow('checks after a kill', checks.length);
  printRow('articles checked', sum(checks.map(({ articles }) => articles)));
  for (const [at, { expected, unsure, found }] of comparisons.entries()) {
    const when = at === 0 ? 'in the end' : 'after another rebuild';
    printRow(`documents ${when}`, `${expected} expected, ${unsure} more allowed, ${found} found`);
  }
  printRow('former indexes', others.filter(({ isMarked }) => isMarked).length);
  printRow('half-built indexes', others.filter(({ isMarked }) => !isMarked).length);
  printRow('needless outbox entries', kept);
  printRow('workers that ended', faults);
  printRow('lost', lost.length);
  for (const line of [...watching.halves, ...lost].slice(0, 40)) console.log(`  ${line}`);
  const isClean = others.length <= MOST_OTHERS && others.every(({ isMarked }) => isMarked);
  return lost.length + watching.halves.length + kept + faults === 0 && isClean;
}

const printRow = (name: string, value: string | number) =>
  console.log(`${`${name}:`.padEnd(36)}${value}`);

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function countWork(logs: Report['logs'], work: 'rebuild' | 'rollback'): string {
  const count = (what: Note['what']) =>
    logs.flat().filter((note) => note.what === what && 'work' in note && note.work === work).length;
  const [started, finished, failed] = [count('started'), count('finished'), count('given up')];
  const killed = started - finished - failed;
  return `${started} started, ${finished} finished, ${failed} given up, ${killed} killed`;
}

/** Why writes or rebuilds failed, the most frequent first; names and numbers differ each time. */
function reasons(logs: Report['logs'], what: 'failed' | 'given up'): string {
  const counts = new Map<string, number>();
  for (const note of logs.flat()) {
    if (note.what !== what || !('reason' in note)) continue;
    const reason = note.reason.replace(/_\d{8}T\w+/g, '_…').replace(/\d+/g, '…');
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const rows = [...counts].sort((a, b) => b[1] - a[1]);
  return rows.length === 0 ? '0' : rows.map(([name, count]) => `\n  ${count} ${name}`).join('');
}
