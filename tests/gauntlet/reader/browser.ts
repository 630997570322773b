import { chromium, type BrowserContext } from '@playwright/test';
import { fakeClock } from '../faked-clock.ts';

export interface BrowserOptions {
  /** Folder of the reader's home, whose store of certificates is the browser's; absolute. */
  home: string;
  /** Folder of what the browser keeps between visits, absolute. */
  profile: string;
  /** Rules by which it finds hosts, {@link World.listNames}. */
  names: string;
  /** Days by which its clock is ahead; below 0 it is behind. */
  clockDays?: number;
  /** Whether pages may have service workers, and scripts. */
  workers: boolean;
  scripts?: boolean;
}

/**
 * Starts a real Chromium with a profile of its own. Certificates are checked; the only authority that is trusted besides
 * the public ones is the run's.
 */
export function openBrowser(options: BrowserOptions): Promise<BrowserContext> {
  const { home, profile, names, clockDays = 0, workers, scripts = true } = options;
  return chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium-headless-shell',
    chromiumSandbox: false,
    javaScriptEnabled: scripts,
    serviceWorkers: workers ? 'allow' : 'block',
    env: { ...process.env, HOME: home, ...fakeClock(clockDays) },
    args: [
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      `--host-resolver-rules=${names}`,
    ],
  });
}
