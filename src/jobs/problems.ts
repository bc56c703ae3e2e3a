import type { SkippedRecord } from '../../indexer/job.js';
import { MOST_ERRORS, type JobProblem } from './job.js';
import type { ErrorList } from './record.js';

const LONGEST_MESSAGE = 500;

/** Collects what is wrong with records: the first thousand are kept, the others counted. */
export interface ProblemCollector {
  add(problem: JobProblem): void;
  list(): ErrorList;
}

export function createProblems(): ProblemCollector {
  const errors: JobProblem[] = [];
  let omitted = 0;
  return {
    add: (problem) => {
      if (errors.length < MOST_ERRORS) errors.push(problem);
      else omitted += 1;
    },
    list: () => ({
      ...(errors.length > 0 ? { errors: [...errors] } : {}),
      ...(omitted > 0 ? { errorsOmitted: omitted } : {}),
    }),
  };
}

const PLACE = /^:(\d+)(?:\[(\d+)\])?$/;

/**
 * What is wrong with a record that was left out, field by field. The place of a record is the path
 * of its file, line and index: `jobs/x.body:12[3]`.
 *
 * @example toProblems({ place: 'x.body:9[3]', problems: [{ path: 'date', message }], … }, 'x.body')
 * // [{ line: 9, path: '[3].date', message }]
 */
export function toProblems(skipped: SkippedRecord, file: string): JobProblem[] {
  const { id, place, reason, problems = [{ path: '', message: reason }] } = skipped;
  if (id !== undefined) return [{ id, message: shorten(reason) }];
  const [, line, index] = PLACE.exec(place.slice(file.length)) ?? [];
  const record = index === undefined ? '' : `[${index}]`;
  return problems.map((problem) => {
    const path = joinPaths(record, problem.path);
    return {
      ...(line === undefined ? {} : { line: Number(line) }),
      ...(path === '' ? {} : { path }),
      message: shorten(problem.message),
    };
  });
}

const joinPaths = (record: string, field: string): string =>
  record === '' || field === '' || field.startsWith('[') ? record + field : `${record}.${field}`;

/** A message may quote a value, and a value may be megabytes. */
const shorten = (message: string): string =>
  message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message;
