import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atHand } from '../../indexer/language/at-hand.js';

describe('atHand', () => {
  it('gives what is known of the piece that stands there', () => {
    const know = atHand((run) => ({ run, letters: run.length }), 100);
    expect(know('bu il', 0, 2)).toEqual({ run: 'bu', letters: 2 });
    expect(know('bu il', 3, 5)).toEqual({ run: 'il', letters: 2 });
  });

  it('asks once for a piece that comes again, wherever it stands', () => {
    const asked: string[] = [];
    const know = atHand((run) => ({ run: asked[asked.push(run) - 1] ?? '' }), 100);
    expect(know('şəhər', 0, 5)).toBe(know('bu şəhər', 3, 8));
    expect(asked).toEqual(['şəhər']);
  });

  it('never takes one piece for another, however few have a place', () => {
    const know = atHand((run) => ({ run }), 1);
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 4 })), (pieces) => {
        for (const piece of pieces) expect(know(`.${piece}.`, 1, piece.length + 1).run).toBe(piece);
      }),
    );
  });
});
