import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Tests are small stories over values; only the few that build whole packages need the longer limit. Vitest would leave one core idle.
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    pool: 'threads',
    maxWorkers: Math.max(2, availableParallelism()),
  },
});
