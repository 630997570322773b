import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext, Page } from '@playwright/test';
import { STAY_MS } from '../limits.ts';
import { KNOWN } from '../outlet/articles.ts';
import { baseOf, ORIGIN } from '../outlet/names.ts';
import { askWorker } from './ask-worker.ts';

/** What a first visit left, and what was not as it should be. */
export interface FirstCame {
  faults: string[];
  /** Base addresses in the order in which the worker asks them. */
  sources: string[];
}

/**
 * A reader's first visit, before anything strikes: the front page in both languages, then an article. What the browser itself
 * keeps of it by HTTP's rules is forgotten, as it is when a day has passed; the worker's is not.
 *
 * @param awaitsWorker Whether the visit lasts until the worker is there and has kept what it shows when nothing answers.
 * @param keepsCache Whether it is the same day still.
 */
export async function visitFirst(
  context: BrowserContext,
  awaitsWorker: boolean,
  keepsCache: boolean,
): Promise<FirstCame> {
  const page = await context.newPage();
  await page.goto(`${baseOf(ORIGIN)}en/index.html`);
  const isThere = !awaitsWorker || (await page.evaluate(awaitWorker, STAY_MS));
  await page.goto(`${baseOf(ORIGIN)}ru/index.html`);
  await page.goto(baseOf(ORIGIN) + KNOWN.address);
  await page.locator('article h1').waitFor();
  const isHelped = !awaitsWorker || (await page.evaluate(isControlled));
  const isReady = !awaitsWorker || (await awaitKept(page));
  const sources = awaitsWorker ? await listSources(page) : [];
  if (!keepsCache) await forgetCache(page);
  const faults = [
    ...(isThere ? [] : ['no worker was installed at the first visit']),
    ...(isHelped ? [] : ['the second page was not the worker’s']),
    ...(isReady ? [] : ['the worker did not keep its own pages']),
  ];
  return { faults, sources };
}

/** What the worker itself shows, in both languages. */
const OWN_PAGES = ['ru', 'en'].flatMap((lang) => [`${lang}/reader.html`, `${lang}/reader.json`]);

async function awaitKept(page: Page): Promise<boolean> {
  const begun = performance.now();
  while (performance.now() - begun < STAY_MS) {
    const kept = await askWorker(page, 'kept');
    if (Array.isArray(kept) && OWN_PAGES.every((path) => kept.includes(path))) return true;
    await wait(100);
  }
  return false;
}

async function listSources(page: Page): Promise<string[]> {
  const state = (await askWorker(page, 'state')) as { sources?: string[] } | undefined;
  return state?.sources ?? [];
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
