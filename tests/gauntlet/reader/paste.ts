import type { BrowserContext } from '@playwright/test';
import { baseOf, ORIGIN } from '../outlet/names.ts';

/** Milliseconds for the settings to stand, and for the worker to try a mirror. */
const PATIENCE_MS = 60_000;

/**
 * Gives the worker the address of a mirror that somebody passed on, the way a link does (`#via=`), and presses the button.
 *
 * @returns what was not as it should be.
 */
export async function paste(context: BrowserContext, mirror: string): Promise<string[]> {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  try {
    await page.goto(`${baseOf(ORIGIN)}ru/index.html#via=${encodeURIComponent(baseOf(mirror))}`, {
      waitUntil: 'commit',
    });
    const form = page.locator('form[data-add]');
    const told = form.locator('[data-told]:not(:empty)');
    const question = (await told.textContent()) ?? '';
    await form.locator('button').click();
    await page.waitForFunction((before) => {
      const now = document.querySelector('form[data-add] [data-told]')?.textContent;
      return now !== before && now !== '…';
    }, question);
    return [];
  } catch (error) {
    return [`the pasted address could not be given: ${String(error).split('\n')[0] ?? ''}`];
  } finally {
    await page.close();
  }
}
