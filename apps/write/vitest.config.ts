import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Some bundle the whole room.
    testTimeout: 120_000,
    include: ['src/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: '.reports/vitest.json' }]],
  },
});
