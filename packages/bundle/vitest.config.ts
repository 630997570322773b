import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A busy machine takes its time; nothing here is a measurement.
    testTimeout: 60_000,
    // No file changes what others load: modules are loaded once a worker, not once a file.
    isolate: false,
    include: ['src/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: '.reports/vitest.json' }]],
  },
});
