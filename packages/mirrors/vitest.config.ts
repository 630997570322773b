import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Real folders, servers and tools, on machines that are busy with other things.
    testTimeout: 180_000,
    include: ['src/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: '.reports/vitest.json' }]],
  },
});
