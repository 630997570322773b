import { defineConfig } from 'vitest/config';

/** Tests of the whole, over the built site. They run programs and read every file: hence the long limit. */
export default defineConfig({
  // A package that names sources which it does not bring is no news.
  logLevel: 'error',
  test: {
    include: ['pipeline/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Each builds the site, which takes every core.
    fileParallelism: false,
    // It imports JSON in a way that Node does not take.
    server: { deps: { inline: [/@actions\/workflow-parser/] } },
    reporters: ['default', ['json', { outputFile: '.reports/vitest.json' }]],
  },
});
