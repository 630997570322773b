import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Servers that fall silent, processes that are killed: on a busy machine these take their time.
    testTimeout: 300_000,
    hookTimeout: 120_000,
    include: ['src/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: '.reports/vitest.json' }]],
  },
});
