import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Encoding takes its time on a loaded machine.
    testTimeout: 60_000,
    include: ['src/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: '.reports/vitest.json' }]],
  },
});
