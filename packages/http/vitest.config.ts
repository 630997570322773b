import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Servers that fall silent: on a busy machine these take their time.
    testTimeout: 60_000,
    // No file changes what others load: modules are loaded once a worker, not once a file.
    isolate: false,
    include: ['src/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: '.reports/vitest.json' }]],
  },
});
