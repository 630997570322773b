import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What became of one test, or of a file that broke before its tests began. */
export interface Outcome {
  /** From the repository’s root. */
  file: string;
  name: string;
  state: 'passed' | 'failed' | 'skipped';
  seconds: number;
  /** What a failed test said; else empty. */
  said: string;
}

/** Reads the reports that Vitest (each package and the pipeline) and Playwright left. */
export function loadOutcomes(root: string): Outcome[] {
  const vitest = globSync('{packages/*,apps/*,tests}/.reports/vitest.json', { cwd: root });
  const playwright = path.join(root, 'tests/.reports/playwright.json');
  return [
    ...vitest.sort().flatMap((file) => readVitest(root, path.join(root, file))),
    ...(existsSync(playwright) ? readPlaywright(playwright) : []),
  ];
}

function readVitest(root: string, report: string): Outcome[] {
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    testResults: {
      name: string;
      status: string;
      message: string;
      assertionResults: {
        fullName: string;
        status: string;
        duration?: number;
        failureMessages: string[];
      }[];
    }[];
  };
  return testResults.flatMap(({ name, status, message, assertionResults }): Outcome[] => {
    const file = path.relative(root, name);
    const outcomes = assertionResults.map((test): Outcome => ({
      file,
      name: test.fullName,
      state: stateOf(test.status),
      seconds: (test.duration ?? 0) / 1000,
      said: test.failureMessages.join('\n'),
    }));
    const isTold = status !== 'failed' || outcomes.some(({ state }) => state === 'failed');
    return isTold
      ? outcomes
      : [...outcomes, { file, name: 'the file', state: 'failed', seconds: 0, said: message }];
  });
}

interface Suite {
  file: string;
  specs?: {
    title: string;
    tests: { status: string; results: { duration: number; errors: { message?: string }[] }[] }[];
  }[];
  suites?: Suite[];
}

function readPlaywright(report: string): Outcome[] {
  const { suites, errors } = JSON.parse(readFileSync(report, 'utf8')) as {
    suites: Suite[];
    errors: { message?: string }[];
  };
  const broken = errors.map(({ message }): Outcome => ({
    file: 'tests/e2e',
    name: 'outside of any test',
    state: 'failed',
    seconds: 0,
    said: message ?? '',
  }));
  return [...suites.flatMap(readSuite), ...broken];
}

function readSuite({ file, specs = [], suites = [] }: Suite): Outcome[] {
  const own = specs.flatMap(({ title, tests }) =>
    tests.map(({ status, results }): Outcome => ({
      file: `tests/e2e/${file}`,
      name: title,
      state: stateOf(status),
      seconds: results.reduce((sum, { duration }) => sum + duration, 0) / 1000,
      said: results.flatMap(({ errors }) => errors.map(({ message }) => message ?? '')).join('\n'),
    })),
  );
  return [...own, ...suites.flatMap(readSuite)];
}

/** Whatever is not known to have passed or to have been left out has failed: “unexpected”, “flaky”. */
function stateOf(status: string): Outcome['state'] {
  if (status === 'passed' || status === 'expected') return 'passed';
  return ['skipped', 'pending', 'todo'].includes(status) ? 'skipped' : 'failed';
}
