import { describe, expect, it } from 'vitest';
import { readOptions, UsageError } from './options.js';

const PARTS = ['seeds', 'stems', 'names'] as const;
const read = (...args: readonly string[]) => readOptions(args, PARTS);

describe('readOptions', () => {
  it('names no part and no list when nothing is asked', () => {
    expect(read()).toEqual({ parts: [], engines: ['embedded'], errors: [] });
  });

  it('lists the errors of several parts, and runs these', () => {
    for (const args of [
      ['--errors', 'names,stems'],
      ['--errors=names', '--errors=stems'],
    ]) {
      expect(read(...args)).toMatchObject({
        parts: ['stems', 'names'],
        errors: ['stems', 'names'],
      });
    }
  });

  it('lists the errors of one of the parts that run', () => {
    expect(read('seeds', '--errors', 'names')).toMatchObject({
      parts: ['seeds', 'names'],
      errors: ['names'],
    });
  });

  it.each([['nouns'], ['--errors=nouns'], ['--engine=other'], ['--unknown']])('refuses %s', (arg) =>
    expect(() => read(arg)).toThrow(UsageError),
  );
});
