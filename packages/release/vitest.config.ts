import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Keys are stretched and trees written to disk; a busy machine needs its time for that.
    testTimeout: 60_000,
    // No file changes what others load: modules are loaded once a worker, not once a file.
    isolate: false,
    include: ['{src,testing}/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: '.reports/vitest.json' }]],
  },
});
