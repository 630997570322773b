import { defineConfig } from 'vitest/config';

/** Tests of the whole, over the built site. They run programs and read every file: hence the long limit. */
export default defineConfig({
  test: {
    include: ['pipeline/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Each builds the site, which takes every core.
    fileParallelism: false,
    reporters: ['default', ['json', { outputFile: '.reports/vitest.json' }]],
  },
});
