/** Stands in fixed words for what differs from run to run. */
export interface Names {
  /** @example hide('/indexes/replay-6f1c/stats') // '/indexes/{index}/stats' */
  hide(text: string): string;
  /** The other way round. */
  show(text: string): string;
}

/**
 * The names of one run. The fingerprints of analysis and making stand for `config/` as a whole:
 * what a change there makes of the documents shows in the documents.
 */
export function createNames(index: string, analysis: string, made: string): Names {
  const names = [
    ['{index}', index],
    ['{analysis}', analysis],
    ['{made}', made],
  ] as const;
  return {
    hide: (text) => names.reduce((all, [fixed, own]) => all.replaceAll(own, fixed), text),
    show: (text) => names.reduce((all, [fixed, own]) => all.replaceAll(fixed, own), text),
  };
}

const INSTANT = '2025-01-01T00:00:00Z';

/** Fields of answers that nobody can foretell, and that say nothing of what was found. */
const UNFORESEEN: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['processingTimeMs', 0],
  ['requestUid', '00000000-0000-0000-0000-000000000000'],
  ['enqueuedAt', INSTANT],
  ['startedAt', INSTANT],
  ['finishedAt', INSTANT],
  ['createdAt', INSTANT],
  ['updatedAt', INSTANT],
  ['duration', 'PT0S'],
  ['batchUid', 0],
  ['isIndexing', false],
  ['rawDocumentDbSize', 4096],
  ['avgDocumentSize', 64],
]);

/** An answer as it is recorded; `taskOf` gives the number under which a task is known there. */
export function parseAnswer(text: string, taskOf: (task: string) => string): unknown {
  const neutral = (key: string, value: unknown): unknown => {
    if (UNFORESEEN.has(key)) return UNFORESEEN.get(key);
    const isTask = (key === 'taskUid' || key === 'uid') && typeof value === 'number';
    return isTask ? Number(taskOf(String(value))) : value;
  };
  return JSON.parse(text, neutral);
}
