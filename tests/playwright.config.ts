import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.reports/playwright',
  fullyParallel: true,
  // Other tests run beside these, see run.ts.
  workers: 2,
  forbidOnly: true,
  timeout: 600_000,
  // One look for every platform: the test brings its own fonts.
  snapshotPathTemplate: '{testDir}/{testFilePath}-snapshots/{arg}{ext}',
  // Two cores may be busy with a build.
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: '.reports/playwright.json' }]],
  use: {
    launchOptions: {
      executablePath: '/usr/bin/chromium-headless-shell',
      chromiumSandbox: false,
      args: [
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
      ],
    },
  },
});
