import type { BrowserContext } from '@playwright/test';
import { KNOWN } from '../outlet/articles.ts';
import { baseOf, ORIGIN } from '../outlet/names.ts';
import { askWorker } from './ask-worker.ts';

const DAY_MS = 86_400_000;
/** Milliseconds by which two clocks of one machine may differ here: a busy one takes its time. */
const SLACK_MS = 60_000;

/** Asks a page of a browser for the time. @returns what is wrong where that is not so many days ahead. */
export async function findWrongClock(context: BrowserContext, days: number): Promise<string[]> {
  const page = await context.newPage();
  const seen = await page.evaluate(() => Date.now());
  await page.close();
  return explainClock('a page', seen, days);
}

/** Asks the worker for the time, from a page of the origin. @returns as {@link findWrongClock} */
export async function findWrongWorkerClock(
  context: BrowserContext,
  days: number,
): Promise<string[]> {
  const page = await context.newPage();
  await page.goto(baseOf(ORIGIN) + KNOWN.address, { waitUntil: 'commit' });
  const state = (await askWorker(page, 'state')) as { now?: number } | undefined;
  await page.close();
  return explainClock('the worker', state?.now ?? 0, days);
}

/** @param seen Milliseconds since 1970, as somebody in the browser saw them just now. */
export function explainClock(who: string, seen: number, days: number): string[] {
  const off = Math.abs(seen - Date.now() - days * DAY_MS);
  return off < SLACK_MS
    ? []
    : [`${who} saw ${new Date(seen).toISOString()}: the clock is not ${days} days ahead`];
}
