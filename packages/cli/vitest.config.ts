import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Each test starts a process, and machines may be busy; nothing here is a measurement.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // No file changes what others load: modules are loaded once a worker, not once a file.
    isolate: false,
    setupFiles: ['testing/own-environment.ts'],
    // Whoever runs the tests may read Russian; what they compare is English unless they ask.
    env: { LC_ALL: 'C' },
    include: ['src/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: '.reports/vitest.json' }]],
  },
});
