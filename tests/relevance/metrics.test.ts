import { describe, expect, it } from 'vitest';
import { ndcg, recall, reciprocalRank } from '../measure/metrics.js';

describe('ndcg', () => {
  it('is one for the best order and where everything has the same grade', () => {
    expect(ndcg([3, 2, 1, 0], [1, 2, 3], 10)).toBe(1);
    expect(ndcg([2, 2], [2, 2], 10)).toBe(1);
  });

  it('is the gain, discounted by place, as a share of the best there is', () => {
    const found = 1 / Math.log2(2) + 7 / Math.log2(3);
    const best = 7 / Math.log2(2) + 1 / Math.log2(3);
    expect(ndcg([1, 3], [3, 1], 10)).toBeCloseTo(found / best, 12);
    expect(ndcg([0, 3], [3], 10)).toBeCloseTo(1 / Math.log2(3), 12);
  });

  it('counts what was missed', () => {
    expect(ndcg([3], [3, 3], 10)).toBeLessThan(1);
  });

  it('looks no deeper than asked, neither at hits nor at the best order', () => {
    expect(ndcg([0, 3], [3], 1)).toBe(0);
    expect(ndcg([3], [3, 3], 1)).toBe(1);
  });

  it('is zero without hits, and where nothing is relevant', () => {
    expect(ndcg([], [3], 10)).toBe(0);
    expect(ndcg([0, 0], [], 10)).toBe(0);
  });
});

describe('reciprocalRank', () => {
  it('is one divided by the place of the first hit that is good enough', () => {
    expect(reciprocalRank([3, 3], 10, 2)).toBe(1);
    expect(reciprocalRank([0, 1, 2], 10, 2)).toBeCloseTo(1 / 3, 12);
    expect(reciprocalRank([0, 1, 2], 10, 1)).toBe(1 / 2);
  });

  it('is zero when there is none within the depth', () => {
    expect(reciprocalRank([0, 0, 3], 2, 2)).toBe(0);
    expect(reciprocalRank([1], 10, 2)).toBe(0);
    expect(reciprocalRank([], 10, 2)).toBe(0);
  });
});

describe('recall', () => {
  it('is the share of the relevant that is among the first hits, whatever its grade', () => {
    expect(recall([3, 0, 1], [3, 2, 1, 1], 20)).toBe(0.5);
    expect(recall([0, 3, 2], [2, 3], 20)).toBe(1);
  });

  it('looks no deeper than asked', () => {
    expect(recall([0, 3], [3], 1)).toBe(0);
  });

  it('is zero where nothing is relevant', () => {
    expect(recall([0], [], 20)).toBe(0);
  });
});
