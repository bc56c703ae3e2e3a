import { z } from 'zod';
import type { Connection } from '../engines/database.js';
import { SourceReport } from './report.js';

/** The runs of every source, newest first. */
export interface History {
  remember(report: SourceReport): void;
  history(source: string | undefined, limit: number): SourceReport[];
}

/** Of each source; older ones are forgotten. */
const KEPT_RUNS = 100;
const KEPT_FAILURES = 20;

const Row = z.tuple([
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(SourceReport),
]);

export function createHistory(connection: Connection): History {
  return {
    remember: (report) => {
      const kept = { ...report, failures: report.failures.slice(0, KEPT_FAILURES) };
      const { source } = report;
      connection.run(
        'INSERT INTO run (source, report) VALUES (?, ?)',
        source,
        JSON.stringify(kept),
      );
      connection.run(
        'DELETE FROM run WHERE source = ? AND n <= (SELECT n FROM run WHERE source = ? ORDER BY n DESC LIMIT 1 OFFSET ?)',
        ...[source, source, KEPT_RUNS],
      );
    },
    history: (source, limit) =>
      (source === undefined
        ? connection.all(Row, 'SELECT report FROM run ORDER BY n DESC LIMIT ?', limit)
        : connection.all(
            Row,
            'SELECT report FROM run WHERE source = ? ORDER BY n DESC LIMIT ?',
            ...[source, limit],
          )
      ).map(([report]) => report),
  };
}
