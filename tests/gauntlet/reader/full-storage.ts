import type { BrowserContext } from '@playwright/test';
import { baseOf, ORIGIN } from '../outlet/names.ts';

/** Leaves the origin no more storage than it has taken already. */
export async function fillStorage(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: baseOf(ORIGIN).slice(0, -1),
    quotaSize: 1,
  });
}
