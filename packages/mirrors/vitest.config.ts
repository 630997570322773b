import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Servers that fall silent, processes that are killed: on a busy machine these take their time.
    testTimeout: 300_000,
    hookTimeout: 120_000,
    // Most of it waits: for answers that never come, for stores that want fewer requests.
    maxWorkers: 3,
    include: ['src/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: '.reports/vitest.json' }]],
  },
});
