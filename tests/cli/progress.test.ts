import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createProgress } from '../../src/cli/progress.js';

/** What was written to stderr, which is no terminal here. */
const written: string[] = [];
beforeEach(() => {
  written.length = 0;
  vi.useFakeTimers({ toFake: ['performance'] });
  vi.stubEnv('CI', '1');
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('createProgress, away from a terminal', () => {
  it('prints a line with rate and time left, not more often than every two seconds', () => {
    const progress = createProgress('Indexing', 1000);
    vi.advanceTimersByTime(2500);
    progress.update(250, 100);
    vi.advanceTimersByTime(1000);
    progress.update(350, 140);
    vi.advanceTimersByTime(1500);
    progress.update(500, 200);
    expect(written).toEqual([
      'Indexing: 100 docs · 40 docs/s · 8 s left\n',
      'Indexing: 200 docs · 40 docs/s · 5 s left\n',
    ]);
  });

  it('says at once what must be said', () => {
    const progress = createProgress('Indexing', 1000);
    progress.say('skipped a.ndjson:2: not valid JSON');
    progress.end();
    expect(written).toEqual(['skipped a.ndjson:2: not valid JSON\n']);
  });
});
