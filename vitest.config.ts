import { defineConfig } from 'vitest/config';

// Kill tests start real processes from dist/, so `npm test` builds before it runs them.
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
  },
});
