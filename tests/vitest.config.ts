import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './run/slowest-first.ts';

/** Tests of the whole, over the built site. They run programs and read every file: hence the long limit. */
export default defineConfig({
  // A package that names sources which it does not bring is no news.
  logLevel: 'error',
  test: {
    include: ['pipeline/**/*.test.ts', 'gauntlet/**/*.test.ts'],
    globalSetup: ['pipeline/workplace/compile-command.ts'],
    testTimeout: 900_000,
    hookTimeout: 900_000,
    // One alone waits a third of its time: for disks, for answers, for what comes to an end of itself.
    maxWorkers: 3,
    sequence: { sequencer: SlowestFirst },
    // It imports JSON in a way that Node does not take.
    server: { deps: { inline: [/@actions\/workflow-parser/] } },
    reporters: ['default', ['json', { outputFile: '.reports/vitest.json' }]],
  },
});
