import type { BrowserContext, Page } from '@playwright/test';
import { STAY_MS } from '../limits.ts';
import { KNOWN } from '../outlet/articles.ts';
import { baseOf, ORIGIN } from '../outlet/names.ts';

/**
 * A reader's first visit, before anything strikes: the front page, then an article. What the browser itself keeps of
 * it by HTTP's rules is forgotten, as it is when a day has passed; the worker's is not.
 *
 * @param awaitsWorker Whether the visit lasts until the worker is there and has kept the article.
 * @returns what was not as it should be.
 */
export async function visitFirst(
  context: BrowserContext,
  awaitsWorker: boolean,
): Promise<string[]> {
  const page = await context.newPage();
  await page.goto(`${baseOf(ORIGIN)}ru/index.html`);
  const isThere = !awaitsWorker || (await page.evaluate(awaitWorker, STAY_MS));
  await page.goto(baseOf(ORIGIN) + KNOWN.address);
  await page.locator('article h1').waitFor();
  const isHelped = !awaitsWorker || (await page.evaluate(isControlled));
  await forgetCache(page);
  return [
    ...(isThere ? [] : ['no worker was installed at the first visit']),
    ...(isHelped ? [] : ['the second page was not the worker’s']),
  ];
}

const isControlled = (): boolean => navigator.serviceWorker.controller !== null;

/** Whether a worker is there within so many milliseconds; runs in the page. */
export const awaitWorker = (milliseconds: number): Promise<boolean> =>
  Promise.race([
    navigator.serviceWorker.ready.then(() => true),
    new Promise<boolean>((resolve) => {
      setTimeout(() => {
        resolve(false);
      }, milliseconds);
    }),
  ]);

async function forgetCache(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await session.detach();
}
