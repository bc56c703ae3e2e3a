import { describe, expect, it } from 'vitest';
import type { SearchEngine } from '../../indexer/engine.js';
import { createFollower } from '../../src/words/follow.js';

type Push = NonNullable<SearchEngine['push']>;

describe('a follower', () => {
  it('pushes words alone, once more when they changed meanwhile, and says how far it is', async () => {
    const ends: (() => void)[] = [];
    const push: Push = (options) => {
      expect(options).toMatchObject({ dryRun: false, wordsOnly: true });
      options.onProgress?.({ done: 1, total: 2 });
      return new Promise((resolve) => ends.push(() => resolve([])));
    };
    const follower = createFollower({ engine: { push } });
    follower.follow();
    follower.follow();
    follower.follow();
    expect(follower.state()).toEqual({ pending: true, done: 1, total: 2 });
    ends[0]?.();
    await expect.poll(() => ends.length).toBe(2);
    ends[1]?.();
    await expect.poll(() => follower.state()).toEqual({ pending: false });
    follower.follow();
    await expect.poll(() => ends.length).toBe(3);
    follower.close();
  });

  it('tries again, and says why it must, once', async () => {
    const notices: string[] = [];
    let tries = 0;
    const push: Push = () =>
      ++tries < 2 ? Promise.reject(new Error('away')) : Promise.resolve(['done']);
    const follower = createFollower({ engine: { push }, onNotice: (line) => notices.push(line) });
    follower.follow();
    await expect.poll(() => follower.state()).toEqual({ pending: true, problem: 'away' });
    await expect.poll(() => follower.state(), { timeout: 20_000 }).toEqual({ pending: false });
    expect(notices).toEqual(['Articles do not carry the new words yet: away']);
    follower.close();
  });

  it('has nothing to do where the engine reads the words itself', () => {
    const follower = createFollower({ engine: {} });
    follower.follow();
    expect(follower.state()).toEqual({ pending: false });
  });
});
