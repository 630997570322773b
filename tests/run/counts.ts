import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Adds up the reports that Vitest (each package and the pipeline) and Playwright left. */
export function countReports(root: string): Counts {
  const vitest = globSync(
    [
      'packages/*/.reports/vitest.json',
      'apps/*/.reports/vitest.json',
      'tests/.reports/vitest.json',
    ],
    { cwd: root },
  );
  const reports = vitest.sort().map((file) => countVitest(path.join(root, file)));
  const playwright = path.join(root, 'tests/.reports/playwright.json');
  return addCounts(existsSync(playwright) ? [...reports, countPlaywright(playwright)] : reports);
}

export function addCounts(counts: readonly Counts[]): Counts {
  return counts.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

export function formatCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

function countVitest(file: string): Counts {
  const report = JSON.parse(readFileSync(file, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numFailedTestSuites: number;
    numPendingTests: number;
  };
  const failed = report.numFailedTests === 0 ? report.numFailedTestSuites : report.numFailedTests;
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests };
}

function countPlaywright(file: string): Counts {
  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
    errors: unknown[];
  };
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}
