import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Trees are written to disk and processes killed; a busy machine needs its time for that.
    testTimeout: 60_000,
    // No file changes what others load: modules are loaded once a worker, not once a file.
    isolate: false,
    include: ['src/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: '.reports/vitest.json' }]],
  },
});
