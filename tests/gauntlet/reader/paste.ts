import type { BrowserContext } from '@playwright/test';
import { baseOf, ORIGIN } from '../outlet/names.ts';

/** Gives the worker the address of a mirror that somebody passed on, the way a link does (`#via=`), and says yes. */
export async function paste(context: BrowserContext, mirror: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${baseOf(ORIGIN)}#via=${encodeURIComponent(baseOf(mirror))}`);
}
