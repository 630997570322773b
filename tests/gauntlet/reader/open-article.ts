import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { compareArticle, type References, type Shown } from './references.ts';

/** Milliseconds between two looks at the page. */
const LOOK_EVERY_MS = 50;
export interface Opened {
  outcome: Shown['outcome'];
  /** Milliseconds from the address to the whole text; undefined where it never came. */
  readableMs: number | undefined;
  pictures: Shown['pictures'];
  /** Milliseconds from the text to the last picture; undefined where one never came. */
  picturesMs?: number | undefined;
}

export interface OpenOptions {
  references: References;
  /** Milliseconds until the article counts as not reached. */
  patience: number;
  /** Whether a page without the article may still be replaced by it: the worker goes on looking. */
  maySettle: boolean;
  /** Milliseconds for which pictures are waited for once the text stands. */
  picturesMs: number;
}

/** Goes to an address as a reader does, and waits until the article stands there, or is not going to. */
export async function openArticle(
  page: Page,
  address: string,
  { references, patience, maySettle, picturesMs }: OpenOptions,
): Promise<Opened> {
  const begun = performance.now();
  const going = { state: 'under way' as 'under way' | 'there' | 'failed' };
  page.goto(address, { waitUntil: 'commit', timeout: patience }).then(
    () => (going.state = 'there'),
    () => (going.state = 'failed'),
  );
  let last: Shown | undefined;
  while (performance.now() - begun < patience) {
    await wait(LOOK_EVERY_MS);
    if (page.url() !== address) {
      // Not reached, or led elsewhere.
      if (going.state !== 'under way' && !maySettle) break;
      continue;
    }
    last = await page.evaluate(compareArticle, references).catch(() => undefined);
    const isGenuine = last?.outcome === 'newest' || last?.outcome === 'old';
    if (isGenuine || (last?.isComplete && going.state !== 'under way' && !maySettle)) break;
  }
  const readableMs = performance.now() - begun;
  if (!last || last.outcome === 'nothing')
    return { outcome: 'nothing', readableMs: undefined, pictures: { shown: 0, all: 0 } };
  const pictures = await awaitPictures(page, references, picturesMs);
  return { outcome: last.outcome, readableMs, ...pictures };
}

/** Counts the pictures that come within a while. */
async function awaitPictures(
  page: Page,
  references: References,
  patience: number,
): Promise<Pick<Opened, 'pictures' | 'picturesMs'>> {
  const begun = performance.now();
  let pictures = { shown: 0, all: 0 };
  while (performance.now() - begun < patience) {
    const seen = await page.evaluate(compareArticle, references).catch(() => undefined);
    if (seen) ({ pictures } = seen);
    if (pictures.shown === pictures.all) return { pictures, picturesMs: performance.now() - begun };
    await wait(LOOK_EVERY_MS);
  }
  return { pictures };
}
