import type { JobProgress } from './job.js';

/**
 * Says how far work has come since the meter was made, how fast it goes and how long it may still
 * take. What is done never gets less.
 *
 * @example createMeter('bytes')(500, 1000) // { done: 500, total: 1000, unit: 'bytes', rate: 250, secondsLeft: 2 }
 */
export function createMeter(
  unit: JobProgress['unit'],
): (done: number, total?: number) => JobProgress {
  const started = performance.now();
  let most = 0;
  return (done, total) => {
    most = Math.max(most, done);
    const rate = most / Math.max(0.001, (performance.now() - started) / 1000);
    const left = total === undefined || rate === 0 ? undefined : (total - most) / rate;
    return {
      done: most,
      unit,
      rate: round(rate),
      ...(total === undefined ? {} : { total }),
      ...(left === undefined ? {} : { secondsLeft: Math.max(0, round(left)) }),
    };
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;
